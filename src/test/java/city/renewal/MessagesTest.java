package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.renewal.account.Role;
import city.renewal.account.Scope;
import city.renewal.base.Scan;
import city.renewal.consent.Choice;
import city.renewal.consent.ItemKind;
import city.renewal.matter.GridKind;
import city.renewal.matter.MatterAct;
import city.renewal.matter.MatterFilter;
import city.renewal.matter.MatterState;
import city.renewal.matter.MediationKind;
import city.renewal.matter.MatterWarranty;
import city.renewal.notice.Notice;
import city.renewal.plan.DelayReason;
import city.renewal.plan.RateBasis;
import city.renewal.plan.StopWindow;
import city.renewal.plan.WindowKind;
import city.renewal.plan.baseline.PlanDifference;
import city.renewal.plan.conflict.RoadConflict;
import city.renewal.plan.forecast.DelayNeed;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.plan.interchange.LeftOut;
import city.renewal.plan.interchange.PlanUpdate;
import city.renewal.plan.interchange.UnreadableFileException;
import city.renewal.programme.ProjectFilter;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.CommitmentState;
import city.renewal.programme.commitment.MeasuredValue;
import city.renewal.project.Datum;
import city.renewal.schedule.ConstraintType;
import city.renewal.project.handover.NewHandover;
import city.renewal.project.handover.OpenItem;
import city.renewal.project.handover.WarrantyFilter;
import city.renewal.project.handover.WarrantyState;
import city.renewal.site.Blocker;
import city.renewal.site.NewReport;
import city.renewal.site.OpenReport;
import city.renewal.site.PauseReason;
import city.renewal.site.ReportState;
import city.renewal.site.SheetOutcome;
import city.renewal.site.finding.FindingAct;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingState;
import city.renewal.site.paper.PaperKind;
import city.renewal.site.paper.SitePapers;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.PhotoWarning;
import city.renewal.testing.SourceFiles;
import city.renewal.visit.VisitState;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product's words: complete in both languages, well formed, and all of them in the bundles. */
class MessagesTest {

    private static final String CHINESE = "zh_CN";
    private static final String ENGLISH = "en";

    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9_-]+)+)\"");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("words\\(\\)\\.get\\(\"([^\"]+)\"\\)");
    private static final Pattern PREFIX = Pattern.compile("\"((?:[a-z][a-z0-9-]*\\.)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** What the audit trail is told is a code of its own, not a key. */
    private static final Pattern AUDIT = Pattern.compile("audit\\.record(?:All|Apart)?\\((?:[^;\"]|\"[^\"]*\")*;");

    /** Patterns that a language without such words leaves empty, as English does where Chinese counts in 10,000. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("format.ten-thousands");
    /** What picocli looks up by names of its own. */
    private static final Set<String> OF_THE_COMMAND_LINE =
            Set.of("usage", "renewal-console", "helpCommand", "mixinStandardHelpOptions");
    /** Its literals are ends of keys. */
    private static final Path GANTT_LABELS = Path.of("src/main/java/city/renewal/gantt/ui/GanttLabels.java");

    /** What the keyboard does for planners, by the ends of its keys. */
    private static final List<String> EDITING_KEYS = List.of("type", "next", "leave", "add", "remove", "indent",
            "outdent", "up", "down", "several", "copy", "paste", "undo", "redo", "day", "fold", "zoom", "keys");
    private static final List<String> PASTED_COLUMNS = List.of("name", "duration", "start", "finish", "quantity",
            "unit", "predecessors", "class", "number");

    private static final List<String> OVERDUE = List.of("handler", "manager", "officer");
    private static final List<String> LATER_ACTS = List.of("assign", "rectify", "close", "reopen");

    /** The keys that are put together while the program runs, by what they begin with. */
    private static final Map<String, List<String>> BUILT = Map.ofEntries(
            Map.entry("role.", names(Role.values())),
            Map.entry("my-messages.about.", names(Role.values())),
            Map.entry("consent.kind.", names(ItemKind.values())),
            Map.entry("consent.choice.", names(Choice.values())),
            Map.entry("visit.state.", names(VisitState.values())),
            Map.entry("register.column.", List.of("building", "stairwell", "door", "area", "owner", "number")),
            Map.entry("report.state.", names(ReportState.values())),
            Map.entry("confirmation.warning.", names(OpenReport.Warning.values())),
            Map.entry("blocker.", Arrays.stream(Blocker.values()).map(Blocker::id).toList()),
            Map.entry("pause.", Arrays.stream(PauseReason.values()).map(PauseReason::id).toList()),
            Map.entry("weather.", NewReport.WEATHERS),
            Map.entry("sheet.outcome.", Arrays.stream(SheetOutcome.values())
                    .filter(outcome -> outcome != SheetOutcome.TAKEN).map(SheetOutcome::id).toList()),
            Map.entry("paper.title.", names(PaperKind.values())),
            Map.entry("paper.kind.", names(PaperKind.values())),
            Map.entry("paper.about.", names(PaperKind.values())),
            Map.entry("paper.format.", names(SitePapers.FORMATS.toArray(ExportFormat[]::new))),
            Map.entry("token.allows.", names(Scope.values())),
            Map.entry("project.datum.", names(Datum.values())),
            Map.entry("photo.stage.", names(PhotoStage.values())),
            Map.entry("finding.state.", Stream.concat(names(FindingState.values()).stream(), Stream.of("open", "all"))
                    .toList()),
            Map.entry("finding.level.", names(FindingLevel.values())),
            Map.entry("finding.count.", OVERDUE),
            Map.entry("finding.act.", names(FindingAct.values())),
            Map.entry("finding.do.", LATER_ACTS),
            Map.entry("finding.send.", LATER_ACTS),
            Map.entry("finding.remark.", LATER_ACTS),
            Map.entry("photo.warning.", names(PhotoWarning.values())),
            Map.entry("delay.", DelayReason.CATEGORIES.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList()),
            Map.entry("comparison.kind.", names(PlanDifference.Kind.values())),
            Map.entry("delay.need.", names(DelayNeed.Why.values())),
            Map.entry("forecast.basis.", names(RateBasis.values())),
            Map.entry("status.basis.", names(RateBasis.values())),
            Map.entry("forecast.rates.", names(RateBasis.values())),
            Map.entry("forecast.passed.", List.of("fs", "ss", "ff", "sf")),
            Map.entry("warranty.state.", names(WarrantyState.values())),
            Map.entry("warranty.show.", names(WarrantyFilter.values())),
            Map.entry("warranty.none.", names(WarrantyFilter.values())),
            Map.entry("handover.open.", names(OpenItem.Kind.values())),
            Map.entry("handover.paper.kind.", names(Scan.values())),
            Map.entry("handover.receiver.", NewHandover.RECEIVERS),
            Map.entry("matter.warranty.", names(MatterWarranty.Standing.values()).stream()
                    .filter(id -> !id.equals("none")).toList()),
            Map.entry("matter.desk.warranty.", names(MatterWarranty.Standing.values())),
            Map.entry("commitment.state.", names(CommitmentState.values())),
            Map.entry("indicator.why.", names(MeasuredValue.Why.values())),
            Map.entry("commitment.basis.", names(Basis.values())),
            Map.entry("commitment.mark.", List.of("measured", "indicator", "reported")),
            Map.entry("notice.state.", names(Notice.State.values())),
            Map.entry("item-class.", List.of("basic", "improvement", "upgrade")),
            Map.entry("constraint.", names(ConstraintType.values())),
            Map.entry("plan.key.", EDITING_KEYS),
            Map.entry("plan.keys.", EDITING_KEYS),
            Map.entry("paste.heading.", PASTED_COLUMNS),
            Map.entry("paste.column.", PASTED_COLUMNS),
            Map.entry("party.", List.of("owner", "designer", "contractor", "supervisor", "community", "property", "keeper")),
            Map.entry("overview.filter.", names(ProjectFilter.Progress.values())),
            Map.entry("overview.column.", List.of("project", "stage", "progress", "finish", "state")),
            Map.entry("resident.", List.of("promised", "now", "why", "who")),
            Map.entry("export.format.", names(ExportFormat.values())),
            Map.entry("export.column.", List.of("number", "code", "name", "class", "work", "place", "crew", "duration",
                    "start", "finish", "predecessors", "planned", "done", "unit", "share", "weight", "promised-start",
                    "promised-finish", "days-late", "critical", "notes")),
            Map.entry("plan.update.field.", names(PlanUpdate.Field.values())),
            Map.entry("plan.import.left-out.", names(LeftOut.What.values())),
            Map.entry("plan.import.refused.", names(UnreadableFileException.Reason.values())),
            Map.entry("plan.import.placed.", List.of("held", "pinned", "stretched", "moved")),
            Map.entry("list.state.", List.of("all", "late", "critical", "under-way", "out-of-sequence", "due", "done")),
            Map.entry("conflict.kind.", names(RoadConflict.Kind.values())),
            Map.entry("calendar.day.", List.of("off", "holiday", "make-up", "special", "window")),
            Map.entry("window.kind.", names(WindowKind.values())),
            Map.entry("window.public.", names(WindowKind.values()).stream().filter(kind -> !kind.equals("other"))
                    .toList()),
            Map.entry("window.state.", names(StopWindow.State.values())),
            Map.entry("matter.state.", names(MatterState.values())),
            Map.entry("matter.act.", names(MatterAct.values())),
            Map.entry("matter.whose.", names(MatterFilter.Whose.values())),
            Map.entry("matter.standing.", names(MatterFilter.Standing.values())),
            Map.entry("mediation.kind.", names(MediationKind.values())),
            Map.entry("matter.star.", List.of("1", "2", "3", "4", "5")),
            Map.entry("grid.kind.", names(GridKind.values())),
            Map.entry("gantt.", ganttLabels()));

    @Test
    void are_the_same_in_both_languages() throws IOException {
        assertThat(bundle(ENGLISH).keySet()).isEqualTo(bundle(CHINESE).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, ENGLISH})
    void are_said_once_and_never_empty(String language) throws IOException {
        List<String> twice = new ArrayList<>();
        Map<String, String> texts = bundle(language, twice);

        assertThat(twice).isEmpty();
        texts.keySet().removeAll(MAY_BE_EMPTY);
        assertThat(texts.entrySet()).filteredOn(text -> text.getValue().isBlank()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, ENGLISH})
    void can_be_filled_in(String language) throws IOException {
        for (Map.Entry<String, String> text : bundle(language).entrySet()) {
            assertThatCode(() -> new MessageFormat(text.getValue(), Locale.ROOT)).as(text.getKey())
                    .doesNotThrowAnyException();
            assertThat(text.getValue()).as("MessageFormat swallows the apostrophe of " + text.getKey())
                    .doesNotContain("'");
        }
    }

    @Test
    void name_the_same_things_in_both_languages() throws IOException {
        Map<String, String> english = bundle(ENGLISH);
        for (Map.Entry<String, String> chinese : bundle(CHINESE).entrySet()) {
            if (!MAY_BE_EMPTY.contains(chinese.getKey())) {
                assertThat(placeholders(chinese.getValue())).as(chinese.getKey())
                        .isEqualTo(placeholders(english.get(chinese.getKey())));
            }
        }
    }

    @Test
    void are_there_for_every_key_in_the_code() throws IOException {
        assertThat(keysInCode()).isNotEmpty().isSubsetOf(bundle(CHINESE).keySet());
    }

    @Test
    void are_there_for_every_key_that_is_put_together() throws IOException {
        assertThat(keysBuilt()).isSubsetOf(bundle(CHINESE).keySet());
        assertThat(inCode(PREFIX)).as("each is listed in this test").isSubsetOf(BUILT.keySet());
    }

    @Test
    void are_all_said_somewhere() throws IOException {
        Set<String> known = new HashSet<>(keysInCode());
        known.addAll(keysBuilt());
        assertThat(bundle(CHINESE).keySet()).filteredOn(key -> !OF_THE_COMMAND_LINE.contains(area(key)))
                .isSubsetOf(known);
    }

    @Test
    void stay_out_of_the_code() {
        List<String> said = Stream.concat(
                        SourceFiles.below("src/main/java", ".java").stream(),
                        SourceFiles.below("frontend", ".ts").stream())
                .filter(file -> !file.toString().contains("generated"))
                .flatMap(file -> SourceFiles.literals(SourceFiles.code(file)).stream()
                        .filter(literal -> HAN.matcher(literal).find())
                        .map(literal -> file + ": " + literal))
                .toList();

        assertThat(said).isEmpty();
    }

    /** Literals that look like a key and begin like one of the bundles'. */
    private static Set<String> keysInCode() throws IOException {
        Set<String> keys = new TreeSet<>(inCode(KEY));
        for (Path template : SourceFiles.below("src/main/jte", ".jte")) {
            KEY_IN_TEMPLATE.matcher(Files.readString(template)).results().map(found -> found.group(1)).forEach(keys::add);
        }
        return keys;
    }

    private static Set<String> inCode(Pattern pattern) throws IOException {
        Set<String> areas = bundle(CHINESE).keySet().stream().map(MessagesTest::area).collect(Collectors.toSet());
        return SourceFiles.below("src/main/java", ".java").stream()
                .filter(file -> !file.equals(GANTT_LABELS))
                .map(file -> AUDIT.matcher(SourceFiles.code(file)).replaceAll(";"))
                .flatMap(code -> SourceFiles.literals(code).stream())
                .flatMap(literal -> pattern.matcher(literal).results())
                .map(found -> found.group(1))
                .filter(found -> areas.contains(area(found)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String area(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> keysBuilt() {
        return BUILT.entrySet().stream()
                .flatMap(built -> built.getValue().stream().map(end -> built.getKey() + end))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static List<String> ganttLabels() {
        return SourceFiles.literals(SourceFiles.code(GANTT_LABELS)).stream()
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(literal -> !literal.endsWith("."))
                .toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> bundle(String language) throws IOException {
        return bundle(language, new ArrayList<>());
    }

    private static Map<String, String> bundle(String language, List<String> twice) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Properties loader = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                if (texts.put((String) key, (String) text) != null) {
                    twice.add((String) key);
                }
                return super.put(key, text);
            }
        };
        Path file = Path.of("src/main/resources/vaadin-i18n/translations_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            loader.load(reader);
        }
        return texts;
    }
}
