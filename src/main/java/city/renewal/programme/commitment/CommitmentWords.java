package city.renewal.programme.commitment;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.programme.Indicator;
import city.renewal.programme.PublishedFigures;
import city.renewal.project.Kinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What pages, sheet and desk say of commitments, in one reader's language. */
public record CommitmentWords(Formats formats, Kinds kinds, PublishedFigures figures) {

    public String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    public String name(Commitment commitment) {
        return words(commitment.name());
    }

    /** @return in the reader's language where the program knows it, else as it was written */
    public String words(Words words) {
        return words.en() == null ? formats.name(words.zh()) : words.in(formats.locale());
    }

    public String state(CommitmentState state) {
        return text("commitment.state." + state.id());
    }

    /** @return how it stands by the newest promise, and when the target was reached, where that is known */
    public String state(CommitmentLine line) {
        return state(line.state(), line.reachedOn(), line.commitment().newest());
    }

    /** @return the same by the first promise */
    public String firstState(CommitmentLine line) {
        return state(line.firstState(), line.firstReachedOn(), line.commitment().first());
    }

    private String state(CommitmentState state, @Nullable LocalDate reachedOn, Promise promise) {
        return reachedOn == null ? state(state) : switch (state) {
            case KEPT -> text("commitment.kept.on", formats.date(reachedOn));
            case KEPT_LATE -> text("commitment.kept.late",
                    ChronoUnit.DAYS.between(promise.dueOn(), reachedOn), formats.date(reachedOn));
            default -> state(state);
        };
    }

    public String quantity(BigDecimal amount, String unit) {
        return formats.quantity(amount, kinds.unit(unit));
    }

    /** @return such as {@code 27,000 m by 20 Dec} */
    public String promise(Promise promise, String unit) {
        return text("commitment.promise", quantity(promise.target(), unit), formats.date(promise.dueOn()));
    }

    /** @return since when it is withdrawn and why; empty while it stands */
    public String withdrawn(Commitment commitment, ZoneId zone) {
        Withdrawal taken = commitment.withdrawn();
        return taken == null ? "" : text("commitment.withdrawn.said",
                formats.date(taken.withdrawnAt().atZoneSameInstant(zone).toLocalDate()), formats.name(taken.why()));
    }

    /** @return the present value, or that there is none yet */
    public String present(CommitmentLine line) {
        return line.present() == null ? text("commitment.present.none")
                : quantity(line.present(), line.commitment().unit());
    }

    /** @return the present value out of the target, such as {@code 4 of 5 sites} */
    public String presentOf(CommitmentLine line) {
        return text("commitment.present-of",
                formats.number(line.present() == null ? BigDecimal.ZERO : line.present()),
                quantity(line.commitment().newest().target(), line.commitment().unit()));
    }

    /** @return whether it is measured here, published by others, or reported */
    public String mark(Basis basis) {
        return text("commitment.mark." + (basis.linked() ? "measured" : basis.id()));
    }

    /** @return the first and the last of these and the whole in words, such as beside a line through them */
    public String course(List<DatedAmount> amounts, BigDecimal whole, String unit) {
        return amounts.isEmpty() ? "" : text("indicator.chart", quantity(amounts.getFirst().amount(), unit),
                formats.date(amounts.getFirst().asOf()), quantity(amounts.getLast().amount(), unit),
                formats.date(amounts.getLast().asOf()), quantity(whole, unit));
    }

    /** @return whether a figure corrects another, or another corrects it; empty where neither */
    public String remark(FigureValue value, List<FigureValue> all) {
        boolean corrected = all.stream().filter(each -> each.asOf().equals(value.asOf())).findFirst()
                .filter(newest -> newest != value).isPresent();
        return (value.why() == null ? "" : text("commitment.corrects", formats.name(value.why())))
                + (corrected ? text("commitment.corrected") : "");
    }

    /** @return the same of what is measured */
    public String remark(MeasuredValue value, List<MeasuredValue> all) {
        boolean corrected = all.stream().filter(each -> each.asOf().equals(value.asOf())).findFirst()
                .filter(newest -> newest != value).isPresent();
        return (value.why() == null ? "" : text("commitment.corrects",
                text("indicator.why." + value.why().name().toLowerCase(Locale.ROOT))))
                + (corrected ? text("commitment.corrected") : "");
    }

    /** @return what the day means on which a target was reached */
    public String reachedBy(Commitment commitment) {
        return text(commitment.basis().linked() ? "commitment.reached.report" : "commitment.reached.said");
    }

    /** @return how the present value is made, in a sentence that can be followed */
    public String rule(Commitment commitment) {
        return switch (commitment.basis()) {
            case FINISHED -> text("commitment.rule.finished");
            case MEASURE -> text("commitment.rule.measure", measure(commitment.measure()));
            case WORK -> text("commitment.rule.work", String.valueOf(commitment.measure()));
            case INDICATOR -> text("commitment.rule.indicator", figures.find(commitment.series()).map(Indicator::name)
                    .map(this::words).orElse(""));
            case REPORTED -> text("commitment.rule.reported");
        };
    }

    /** @return what the first kind with the measure calls it */
    public String measure(@Nullable String id) {
        return kinds.all().stream().flatMap(kind -> kind.measures().stream()).filter(each -> each.id().equals(id))
                .findFirst().map(each -> words(each.name())).orElse(String.valueOf(id));
    }

    /** @return of which day the present value is and who says so */
    public String asOf(CommitmentLine line) {
        if (line.commitment().basis().linked()) {
            return line.asOf() == null ? text("commitment.as-of.nothing")
                    : text("commitment.as-of.derived", formats.date(line.asOf()));
        }
        return line.source() == null ? text("commitment.present.none.why")
                : said(words(line.source()), line.asOf(), null);
    }

    /** @return who published a figure and of which day it is; where no day was published, that it was not */
    public String said(String source, @Nullable LocalDate asOf, @Nullable Words asOfWords) {
        return asOf != null ? text("commitment.said", source, formats.date(asOf))
                : asOfWords != null ? text("commitment.said", source, words(asOfWords))
                : text("commitment.said.undated", source);
    }

    /** @return where a photo was taken, of what, and who confirmed the report that it belongs to */
    public String photo(ProjectPhoto photo, LinkedProject project) {
        String where = photo.place() == null ? words(project.name())
                : text("commitment.photo", words(project.name()), words(photo.place()));
        return project.supervisor() == null ? text("commitment.photo", where, words(photo.task()))
                : text("commitment.photo.confirmed", where, words(photo.task()), formats.name(project.supervisor()));
    }

    /** @return how many commitments are in which state, such as {@code 9: kept 2 · on course 6 · at risk 1} */
    public String summary(List<CommitmentLine> lines) {
        StringBuilder summary = new StringBuilder(text("commitment.summary", lines.size()));
        for (CommitmentState state : CommitmentState.values()) {
            long count = lines.stream().filter(line -> line.state() == state).count();
            if (count > 0) {
                summary.append(text("commitment.summary.state", state(state), count));
            }
        }
        return summary.toString();
    }

    /** @return whole hundredths of the target, never 100 before it is reached */
    public String percent(CommitmentLine line) {
        return formats.percent(line.share());
    }

    Locale locale() {
        return formats.locale();
    }
}
