package city.renewal.site.paper;

import city.renewal.base.Formats;
import city.renewal.plan.Task;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.site.SiteReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What papers have in common to say, in the reader's language. */
record PaperWords(Formats formats, Kinds kinds, ZoneId zone) {

    /** Numbers a share is a hundredth of. */
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    Paper.Column column(String key, float share) {
        return new Paper.Column(text(key), share, false);
    }

    Paper.Column numbers(String key, float share) {
        return new Paper.Column(text(key), share, true);
    }

    String title(PaperKind kind, Project project) {
        return text("paper.title." + kind.id(), project.names().in(formats.locale()));
    }

    /** What every paper says of itself below its title. */
    List<String> facts(Project project, Period period) {
        List<String> facts = new ArrayList<>();
        facts.add(text("paper.of", project.code(), day(period.first()), day(period.last())));
        if (project.demonstration()) {
            facts.add(text("demonstration.note"));
        }
        return facts;
    }

    /** With the year: papers are kept for long. */
    String day(LocalDate day) {
        return day.toString();
    }

    String dayOfWeek(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, formats.locale());
    }

    String unit(String id) {
        return kinds.unit(id).in(formats.locale());
    }

    String quantity(BigDecimal quantity, String unit) {
        return formats.quantity(quantity, kinds.unit(unit));
    }

    /** @return hundredths of the planned quantity, rounded down to one decimal */
    BigDecimal percent(BigDecimal done, Task task) {
        return done.multiply(WHOLE).divide(task.input().plannedQuantity(), 1, RoundingMode.DOWN);
    }

    String task(Task task) {
        return task.names().in(formats.locale());
    }

    String task(SiteReport report) {
        return report.task().in(formats.locale());
    }

    String state(SiteReport report) {
        return text("report.state." + report.state().name().toLowerCase(Locale.ROOT));
    }

    String person(@Nullable String name) {
        return name == null ? "" : formats.name(name);
    }

    String weather(@Nullable String id) {
        return id == null ? "" : text("weather." + id);
    }
}
