package city.renewal.plan;

import java.math.BigDecimal;

/**
 * How much of a task is done, in the task's unit.
 *
 * @param openingQuantity   done before reports began, as the imported file said
 * @param confirmedQuantity sum of the confirmed site reports
 * @param submittedQuantity sum of the reports that wait for confirmation; counts for nothing yet
 */
public record TaskProgress(
        BigDecimal openingQuantity,
        BigDecimal confirmedQuantity,
        BigDecimal submittedQuantity) {

    /** @return what counts as done */
    public BigDecimal done() {
        return openingQuantity.add(confirmedQuantity);
    }
}
