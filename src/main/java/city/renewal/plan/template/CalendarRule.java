package city.renewal.plan.template;

import city.renewal.base.YamlNode;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one of the calendars that templates name is made: a week, the public holidays, a season without work.
 *
 * @param id           stable, named by templates
 * @param name         what it is called in a plan
 * @param projectWeek  whether it is worked in the week that the project chose
 * @param afterHoliday days off that follow the Spring Festival, until crews are back
 * @param closed       the season without work, or null
 */
public record CalendarRule(
        String id, String name, Set<DayOfWeek> week, boolean projectWeek, int afterHoliday, @Nullable Season closed) {

    private static final String FILE = "config/templates/calendars.yaml";

    /** From one day of the year to another, both included, over the turn of the year where they say so. */
    public record Season(MonthDay from, MonthDay to) {

        boolean contains(MonthDay day) {
            return from.isAfter(to)
                    ? !day.isBefore(from) || !day.isAfter(to)
                    : !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public CalendarRule {
        week = Set.copyOf(week);
    }

    /** Reads the file packed into the program. */
    public static List<CalendarRule> packed() {
        YamlNode file = YamlNode.packed(FILE);
        Map<String, YamlNode> seasons = file.children("seasons");
        return file.nodes("calendars").stream()
                .map(node -> new CalendarRule(node.text("id"), node.text("zh"), week(node.text("week")),
                        node.flag("project_week"), node.whole("after_spring_festival", 0),
                        node.has("stops") ? season(seasons.get(node.text("stops"))) : null))
                .toList();
    }

    /** @return the rule with the project's week, where it follows that */
    public CalendarRule inWeek(Set<DayOfWeek> projects) {
        return projectWeek ? new CalendarRule(id, name, projects, true, afterHoliday, closed) : this;
    }

    private static Season season(YamlNode node) {
        return new Season(monthDay(node.text("from")), monthDay(node.text("to")));
    }

    private static MonthDay monthDay(String written) {
        return MonthDay.parse("--" + written);
    }

    /** @param pattern seven digits from Monday, 1 worked, 0 off */
    public static Set<DayOfWeek> week(String pattern) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (pattern.charAt(day.ordinal()) == '1') {
                days.add(day);
            }
        }
        return days;
    }
}
