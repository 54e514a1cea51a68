package city.renewal.plan.print;

import city.renewal.plan.Task;
import city.renewal.schedule.FrontLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sheet.
 *
 * @param depth 0 at the top of the tree
 * @param share done, 0 and up
 * @param outOfSequence whether its progress passed over a link
 * @param front where the front line crosses it, or null
 */
record SheetRow(Task task, String number, String name, String quantity, int depth, boolean summary, double share,
                boolean outOfSequence, FrontLine.@Nullable Point front) {
}
