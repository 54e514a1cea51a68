package city.renewal.consent;

import java.math.BigDecimal;

/**
 * How an item stands or ended. An owner of several flats is one owner (最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释,
 * article 9), who abstains where the votes of the flats differ; areas are those of the flats, in square metres.
 *
 * @param owners          all who are asked
 * @param households      their flats
 * @param area            floor area of all who are asked
 * @param votedHouseholds flats that voted
 */
public record Count(
        long itemId,
        int owners,
        int households,
        BigDecimal area,
        int votedHouseholds,
        int agreeOwners,
        BigDecimal agreeArea,
        int disagreeOwners,
        BigDecimal disagreeArea,
        int abstainOwners,
        BigDecimal abstainArea) {

    /** @return owners who voted, abstentions included */
    public int takingPartOwners() {
        return agreeOwners + disagreeOwners + abstainOwners;
    }

    /** @return floor area of those who voted */
    public BigDecimal takingPartArea() {
        return agreeArea.add(disagreeArea).add(abstainArea);
    }

    /** Holds the count against an item's thresholds. */
    public Verdict judge(ConsentItem item) {
        BigDecimal voted = BigDecimal.valueOf(takingPartOwners());
        return new Verdict(
                item.participation().met(voted, BigDecimal.valueOf(owners)),
                item.participation().met(takingPartArea(), area),
                item.approval().met(BigDecimal.valueOf(agreeOwners), voted),
                item.approval().met(agreeArea, takingPartArea()));
    }

    /** Which of the four conditions are fulfilled; an item passes when all are. */
    public record Verdict(boolean enoughOwners, boolean enoughArea, boolean ownersAgree, boolean areaAgrees) {

        public boolean byNumber() {
            return enoughOwners && ownersAgree;
        }

        public boolean byArea() {
            return enoughArea && areaAgrees;
        }

        public boolean passes() {
            return byNumber() && byArea();
        }
    }
}
