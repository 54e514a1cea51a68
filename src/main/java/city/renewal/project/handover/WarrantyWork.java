package city.renewal.project.handover;

import city.renewal.base.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Work that has a warranty of its own, from {@code config/warranty.yaml}.
 *
 * @param id      stable: it is stored with warranties
 * @param source  where the term comes from
 * @param types   ids of {@code config/work-types.yaml} that are such work
 * @param named   parts of the Chinese names of tasks that are
 * @param matters ids of {@code config/matters.yaml} that can be about it
 * @param sure    finds words that are about this work alone
 * @param perhaps finds words that may be about it
 */
public record WarrantyWork(String id, Words name, WarrantyTerm term, Words source, Set<String> types,
                           List<String> named, Set<String> matters, Pattern sure, Pattern perhaps) {

    /** @return whether a finished task is such work */
    boolean is(ProjectWork.Done task) {
        return task.workType() != null && types.contains(task.workType())
                || named.stream().anyMatch(task.name().zh()::contains);
    }
}
