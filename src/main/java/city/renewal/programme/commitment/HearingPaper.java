package city.renewal.programme.commitment;

import city.renewal.site.paper.Paper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands on the sheet, section by section. */
record HearingPaper(CommitmentPage page, List<OpenMatters> matters, Map<String, String> kinds,
                    BiFunction<ProjectPhoto, String, List<Paper.Picture>> copies, CommitmentWords words, Clock clock,
                    String address) {

    private static final int MOST_PHOTOS = 6;

    /**
     * @param printedBy     who asked for it
     * @param demonstration whether the data are made up, which the sheet then says
     */
    Paper paper(String printedBy, boolean demonstration) {
        Commitment commitment = page.commitment();
        List<Paper.Section> sections = new ArrayList<>(List.of(promise(), source(), delays(), openMatters(), changes()));
        if (!page.course().isEmpty()) {
            sections.add(2, course());
        }
        List<Paper.Picture> pictures = pictures();
        if (!pictures.isEmpty()) {
            sections.add(new Paper.Section(words.text("hearing.photos"), List.of(), List.of(), List.of(), pictures));
        }
        return new Paper(words.text("hearing.title", String.valueOf(commitment.year()), commitment.number(),
                words.name(commitment)),
                facts(printedBy, demonstration),
                sections, List.of(words.text("hearing.sign.owner"), words.text("hearing.sign.officer")), address);
    }

    private List<String> facts(String printedBy, boolean demonstration) {
        List<String> facts = new ArrayList<>(List.of(words.text("hearing.as-of",
                words.formats().moment(OffsetDateTime.now(clock), clock.getZone()), words.formats().name(printedBy)),
                words.text("hearing.public", address)));
        if (demonstration) {
            facts.add(words.text("demonstration.banner"));
        }
        return facts;
    }

    private Paper.Section promise() {
        CommitmentLine line = page.line();
        Commitment commitment = line.commitment();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(words.text("commitment.first"), dated(commitment.first()) + "  "
                + words.text("commitment.said-on", day(commitment.first().writtenAt()))));
        if (commitment.changed()) {
            rows.add(List.of(words.text("commitment.newest"), dated(commitment.newest()) + "  "
                    + words.text("commitment.said-on", day(commitment.newest().writtenAt())) + "  "
                    + text(commitment.newest().why())));
        }
        rows.add(List.of(words.text("commitment.present"), words.present(line) + " (" + words.percent(line) + ")  "
                + words.mark(commitment.basis()) + "  " + words.asOf(line)));
        rows.add(List.of(words.text("commitment.state"), words.state(line) + (commitment.changed()
                ? "  " + words.text("commitment.state.first", words.firstState(line)) : "")));
        if (line.reachedOn() != null) {
            rows.add(List.of(words.text("commitment.reached"), line.reachedOn() + "  " + words.reachedBy(commitment)));
        }
        if (commitment.withdrawn() != null) {
            rows.add(List.of(words.state(CommitmentState.WITHDRAWN), day(commitment.withdrawn().withdrawnAt()) + "  "
                    + text(commitment.withdrawn().why())));
        }
        rows.add(List.of(words.text("commitment.owner"), words.formats().name(commitment.owner()) + "  "
                + words.formats().name(commitment.ownerRole()) + "  " + commitment.phone()));
        return new Paper.Section(words.text("hearing.promise"), List.of(), List.of(
                new Paper.Column(words.text("hearing.column.what"), 14, false),
                new Paper.Column(words.text("hearing.column.said"), 62, false)), rows, List.of());
    }

    /** With the year: papers are kept for long. */
    private String dated(Promise promise) {
        return words.text("commitment.promise", words.quantity(promise.target(), page.commitment().unit()),
                promise.dueOn().toString());
    }

    private String day(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDate().toString();
    }

    private String text(@Nullable String written) {
        return written == null ? "" : words.formats().name(written);
    }

    private static Object day(@Nullable LocalDate day) {
        return day == null ? "" : day;
    }

    private Paper.Section source() {
        Commitment commitment = page.commitment();
        List<String> notes = List.of(words.rule(commitment));
        if (!commitment.basis().linked()) {
            return new Paper.Section(words.text("hearing.source"), notes, List.of(
                    new Paper.Column(words.text("hearing.column.as-of"), 14, false),
                    new Paper.Column(words.text("hearing.column.value"), 14, true),
                    new Paper.Column(words.text("hearing.column.mark"), 12, false),
                    new Paper.Column(words.text("hearing.column.source"), 36, false)), figures(), List.of());
        }
        List<List<Object>> rows = new ArrayList<>();
        for (LinkedProject project : page.line().projects()) {
            rows.add(List.of(project.code(), words.words(project.name()), project.present(), project.whole(),
                    words.formats().percent(project.standing().done()), day(project.reportedOn()),
                    text(project.supervisor()), day(project.standing().finishOn())));
        }
        if (!rows.isEmpty()) {
            rows.add(List.of("", words.text("hearing.sum"), sum(LinkedProject::present), sum(LinkedProject::whole), "", "",
                    "", ""));
        }
        return new Paper.Section(words.text("hearing.source"), notes, List.of(
                new Paper.Column(words.text("hearing.column.code"), 7, false),
                new Paper.Column(words.text("hearing.column.project"), 20, false),
                new Paper.Column(words.text("hearing.column.confirmed", unit()), 11, true),
                new Paper.Column(words.text("hearing.column.whole", unit()), 11, true),
                new Paper.Column(words.text("hearing.column.done"), 8, true),
                new Paper.Column(words.text("hearing.column.reported"), 10, false),
                new Paper.Column(words.text("hearing.column.confirmer"), 15, false),
                new Paper.Column(words.text("hearing.column.finish"), 10, false)), rows, List.of());
    }

    /** Everything that was said, and after it what is measured of the same and counts for nothing here. */
    private List<List<Object>> figures() {
        String mark = words.mark(page.commitment().basis());
        List<List<Object>> rows = new ArrayList<>();
        page.values().forEach(value -> rows.add(List.of(value.asOf(), value.amount(), mark,
                text(value.source()) + words.remark(value, page.values()))));
        words.figures().find(page.commitment().series()).ifPresent(first -> rows.add(List.of(
                first.asOf() == null ? words.text("indicator.series.undated") : words.words(first.asOf()), first.value(),
                mark, words.words(first.source()))));
        page.measured().forEach(value -> rows.add(List.of(value.asOf(), value.amount(), words.mark(Basis.MEASURE),
                words.text("indicator.series.measured", value.projects()) + words.remark(value, page.measured()))));
        return rows;
    }

    private Paper.Section course() {
        return new Paper.Section(words.text("commitment.course"), List.of(words.text("commitment.course.rule")), List.of(
                new Paper.Column(words.text("hearing.column.as-of"), 14, false),
                new Paper.Column(words.text("hearing.column.confirmed", unit()), 14, true),
                new Paper.Column("", 48, false)), page.course().reversed().stream()
                        .map(each -> List.<Object>of(each.asOf(), each.amount(), "")).toList(), List.of());
    }

    private String unit() {
        return words.words(words.kinds().unit(page.commitment().unit()));
    }

    private BigDecimal sum(Function<LinkedProject, BigDecimal> part) {
        return page.line().projects().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Paper.Section delays() {
        List<List<Object>> rows = new ArrayList<>();
        for (LinkedProject project : page.line().late()) {
            ProjectDelay delay = page.delay(project).orElse(null);
            Integer days = project.standing().daysLate();
            rows.add(List.of(words.words(project.name()), day(project.standing().promisedFinishOn()),
                    day(project.standing().finishOn()), BigDecimal.valueOf(days == null ? 0 : days),
                    delay == null ? words.text("hearing.unexplained") : words.words(delay.words()),
                    delay == null ? "" : text(delay.catchUp()), delay == null ? "" : text(delay.catchUpOwner()),
                    delay == null ? "" : day(delay.catchUpOn())));
        }
        return Paper.Section.of(words.text("hearing.delays"), List.of(
                new Paper.Column(words.text("hearing.column.project"), 16, false),
                new Paper.Column(words.text("hearing.column.promised"), 10, false),
                new Paper.Column(words.text("hearing.column.now"), 10, false),
                new Paper.Column(words.text("hearing.column.days"), 8, true),
                new Paper.Column(words.text("hearing.column.reason"), 16, false),
                new Paper.Column(words.text("hearing.column.catch-up"), 16, false),
                new Paper.Column(words.text("hearing.column.catch-up-owner"), 10, false),
                new Paper.Column(words.text("hearing.column.catch-up-on"), 10, false)), rows);
    }

    private Paper.Section openMatters() {
        List<List<Object>> rows = matters.stream().map(each -> List.<Object>of(kinds.get(each.kind()),
                BigDecimal.valueOf(each.open()), BigDecimal.valueOf(each.overdue()))).toList();
        return new Paper.Section(words.text("hearing.matters"), List.of(words.text(rows.isEmpty() ? "hearing.matters.none"
                : "hearing.matters.rule")), List.of(
                new Paper.Column(words.text("hearing.column.kind"), 30, false),
                new Paper.Column(words.text("hearing.column.open"), 10, true),
                new Paper.Column(words.text("hearing.column.overdue"), 10, true)), rows, List.of());
    }

    private Paper.Section changes() {
        List<List<Object>> rows = new ArrayList<>();
        for (Promise promise : page.promises()) {
            rows.add(List.of(promise.promiseNo() == 1 ? words.text("commitment.first")
                            : words.text("commitment.change", promise.promiseNo() - 1),
                    promise.target(), promise.dueOn(), day(promise.writtenAt()), text(promise.why())));
        }
        List<String> notes = page.links().stream().filter(link -> link.endedAt() != null || link.linkedWhy() != null)
                .map(link -> words.text(link.endedAt() != null ? "commitment.link.ended" : "commitment.link.added",
                        words.words(link.name()), day(link.endedAt() != null ? link.endedAt() : link.linkedAt()),
                        text(link.endedAt() != null ? link.endedWhy() : link.linkedWhy())))
                .collect(Collectors.toCollection(ArrayList::new));
        notes.addFirst(words.text("hearing.changes.rule"));
        return new Paper.Section(words.text("hearing.changes"), notes, List.of(
                new Paper.Column("", 12, false),
                new Paper.Column(words.text("hearing.column.target", unit()), 12, true),
                new Paper.Column(words.text("hearing.column.due"), 11, false),
                new Paper.Column(words.text("hearing.column.changed-on"), 11, false),
                new Paper.Column(words.text("hearing.column.why"), 40, false)), rows, List.of());
    }

    private List<Paper.Picture> pictures() {
        return page.photos().stream().limit(MOST_PHOTOS)
                .flatMap(photo -> copies.apply(photo, caption(photo)).stream()).toList();
    }

    private String caption(ProjectPhoto photo) {
        return photo.reportOn() + "  " + page.line().projects().stream()
                .filter(each -> each.id() == photo.projectId()).findFirst()
                .map(each -> words.photo(photo, each)).orElse("");
    }
}
