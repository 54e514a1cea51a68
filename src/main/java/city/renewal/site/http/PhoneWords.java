package city.renewal.site.http;

import city.renewal.base.Messages;
import city.renewal.site.Blocker;
import city.renewal.site.NewReport;
import city.renewal.site.PauseReason;
import city.renewal.site.ReportState;
import city.renewal.site.SheetOutcome;
import city.renewal.site.photo.PhotoStage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words that the day sheet's page says, out of the bundles. A test compares the list with the page's code. */
final class PhoneWords {

    private static final List<String> KEYS = List.of("column.project", "confirmation.workers", "demonstration.note",
            "desk.projects.empty",
            "login.submit", "my-work.title", "pause.help", "pause.said", "pause.title", "photo.broken", "photo.choose",
            "photo.kind", "photo.large", "photo.refused", "photo.stage", "report.over-reason",
            "report.over-reason.missing", "report.remark", "report.weather", "report.workers", "sheet.again",
            "sheet.again-later", "sheet.all-left", "sheet.as-planned", "sheet.before", "sheet.blocked", "sheet.choose",
            "sheet.clock.ahead", "sheet.clock.behind", "sheet.crew", "sheet.differs.day", "sheet.differs.left",
            "sheet.differs.moved", "sheet.discard", "sheet.discard.sure", "sheet.draft", "sheet.empty", "sheet.facts",
            "sheet.first", "sheet.fresh", "sheet.kept", "sheet.kept.again", "sheet.kept.away", "sheet.kept.away.sure",
            "sheet.later", "sheet.left", "sheet.less", "sheet.mend", "sheet.more", "sheet.offline",
            "sheet.photo.name", "sheet.photo.of", "sheet.photo.original", "sheet.photo.remove", "sheet.photos",
            "sheet.plan.missing", "sheet.queue", "sheet.send", "sheet.send-now", "sheet.sending", "sheet.sent",
            "sheet.signed-out", "sheet.state.kept", "sheet.state.phone", "sheet.state.refused", "sheet.storage.full",
            "sheet.storage.refused", "sheet.tasks", "sheet.tasks.none", "sheet.title", "sheet.today", "sheet.waiting",
            "sheet.waits-for", "sheet.yesterday");

    private PhoneWords() {
    }

    /** @return texts as the bundles have them, with their places for what changes, by key */
    static Map<String, String> in(Messages messages, Locale locale) {
        Map<String, String> words = new TreeMap<>();
        Stream.of(KEYS.stream(),
                        below("blocker.", Arrays.stream(Blocker.values()).map(Blocker::id)),
                        below("pause.", Arrays.stream(PauseReason.values()).map(PauseReason::id)),
                        below("weather.", NewReport.WEATHERS.stream()),
                        below("sheet.outcome.", Arrays.stream(SheetOutcome.values())
                                .filter(each -> each != SheetOutcome.TAKEN).map(SheetOutcome::id)),
                        below("photo.stage.", names(PhotoStage.values())),
                        below("report.state.", names(ReportState.values())))
                .flatMap(keys -> keys)
                .forEach(key -> words.put(key, messages.text(locale, key)));
        return words;
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(each -> each.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> below(String area, Stream<String> ends) {
        return ends.map(end -> area + end);
    }
}
