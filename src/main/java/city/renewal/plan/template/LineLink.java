package city.renewal.plan.template;

import city.renewal.schedule.LinkType;

/**
 * A link between two lines of a plan that no rule of their items gives.
 *
 * @param from       code of the line waited for, in small letters, with the number of its zone: {@code roof-3}
 * @param to         code of the line that waits
 * @param lagMinutes working minutes, or minutes of the clock when elapsed; negative for a lead
 */
public record LineLink(String from, String to, LinkType type, int lagMinutes, boolean elapsed) {
}
