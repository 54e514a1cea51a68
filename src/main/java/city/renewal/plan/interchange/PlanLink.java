package city.renewal.plan.interchange;

import city.renewal.schedule.LinkType;

/**
 * A dependency between two tasks of a document.
 *
 * @param predecessor id of the task that drives
 * @param successor   id of the task that is driven
 * @param type        which ends are tied
 * @param lagMinutes  working minutes to wait, negative for a lead; 480 a day
 * @param elapsed     whether the lag runs on days off too
 */
public record PlanLink(long predecessor, long successor, LinkType type, int lagMinutes, boolean elapsed) {
}
