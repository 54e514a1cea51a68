package city.renewal.gantt.ui;

import city.renewal.schedule.LinkType;

/**
 * An arrow between two rows.
 *
 * @param id       stable, positive
 * @param source   id of the predecessor's row
 * @param target   id of the successor's row
 * @param type     which ends are tied together
 * @param critical whether it is part of the critical path
 */
public record GanttLink(long id, long source, long target, LinkType type, boolean critical) {
}
