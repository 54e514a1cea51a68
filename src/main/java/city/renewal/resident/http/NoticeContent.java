package city.renewal.resident.http;

import city.renewal.base.Telephone;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.Standing;
import city.renewal.plan.StandingText;
import city.renewal.plan.Task;
import city.renewal.project.Party;
import city.renewal.project.handover.PaperSize;
import city.renewal.project.http.HandoverPaperServlet;
import city.renewal.resident.Aftercare;
import city.renewal.resident.ComingWork;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.StageStep;
import city.renewal.resident.TimelineEntry;
import city.renewal.resident.http.NoticePage.Contact;
import city.renewal.resident.http.NoticePage.Cut;
import city.renewal.resident.http.NoticePage.Item;
import city.renewal.resident.http.NoticePage.Labels;
import city.renewal.resident.http.NoticePage.Photo;
import city.renewal.resident.http.NoticePage.Week;
import city.renewal.resident.http.NoticePage.Work;
import java.time.OffsetDateTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the notice page of a project, a building or a stairwell into words. */
final class NoticeContent {

    /** Whom residents turn to first, and after. */
    static final List<String> ASKED = List.of("contractor", "supervisor", "owner", "community");

    /** Lines of the list; what an imported plan has beyond them, nobody scrolls to. */
    private static final int MOST_ITEMS = 100;
    private static final int MOST_WORKS = 8;
    private static final int WHOLE = 1_000;

    private final ResidentPage page;
    private final NoticeAddress address;
    private final @Nullable ResidentPlace place;
    private final ResidentWords words;
    private final StandingText standings;
    private final String style;

    /** @param place the building that the address names, or null */
    NoticeContent(ResidentPage page, NoticeAddress address, @Nullable ResidentPlace place, ResidentWords words,
                  String style) {
        this.page = page;
        this.address = address;
        this.place = place;
        this.words = words;
        this.style = style;
        this.standings = new StandingText(words.messages(), words.formats());
    }

    NoticePage write() {
        Standing standing = page.standing();
        NoticeFacts facts = new NoticeFacts(page, words, standings, evidence(null));
        NoticeLinks links = new NoticeLinks(page, address, place, words);
        List<TimelineEntry> entries = page.plan() == null ? List.of() : TimelineEntry.of(page.plan());
        List<TimelineEntry> works = entries.stream().filter(entry -> !entry.group()).toList();
        Map<Boolean, List<Item>> items = works.stream().limit(MOST_ITEMS)
                .collect(Collectors.partitioningBy(TimelineEntry::finished, Collectors.mapping(this::item, Collectors.toList())));
        return new NoticePage(words.language().toLanguageTag(), address.large(), style, labels(items.get(true).size()),
                words.words(page.name()),
                page.project().demonstration() ? words.text("demonstration.banner") : null,
                notes(standing), where(words, page, place, address.stairwell()), stage(), standings.state(standing),
                thousandths(standing.done()), thousandths(standing.due()),
                standings.progress(standing.done(), standing.due()), evidence(null),
                facts.write(standing), facts.promises(), contacts(), after(), cuts(), weeks(),
                entries.isEmpty() ? null : new NoticeChart(entries, words, page.today(), address.large()).draw(),
                items.get(false), items.get(true),
                works.size() > MOST_ITEMS ? words.text("notice-page.more", works.size() - MOST_ITEMS) : null,
                photo(), links.doors(), links.further(), links.switches(),
                page.asOf() == null ? words.text("resident.as-of.none")
                        : words.text("resident.as-of", words.moment(page.asOf())));
    }

    private Labels labels(int finished) {
        return new Labels(words.text("brand.name"), words.text("resident.who"),
                words.text(place == null ? "resident.coming" : address.stairwell() == null
                        ? "notice-page.building" : "notice-page.door"),
                words.text(place == null ? "resident.coming.none" : "notice-page.no-work"),
                words.text("notice-page.timeline"), words.text("notice-page.key"),
                words.text("notice-page.finished-works", finished), words.text("notice-page.reports"),
                words.text("notice-page.photo"),
                words.text(place == null ? "notice-page.buildings" : "notice-page.doors"),
                words.text("notice-page.take"), words.text("notice-page.nothing-kept"));
    }

    /** @return such as {@code First street · Building 3, stairwell 2} */
    static String where(ResidentWords words, ResidentPage page, @Nullable ResidentPlace place,
                        @Nullable Integer stairwell) {
        String door = place == null ? null
                : stairwell == null ? words.words(place.name())
                : words.text("notice-page.at-door", words.words(place.name()), stairwell);
        return String.join(" · ", Stream.of(page.project().street(), page.project().community())
                .filter(name -> name != null)
                .map(words::name)
                .limit(door == null ? 2 : 1)
                .toList()) + (door == null ? "" : (page.project().street() == null ? "" : " · ") + door);
    }

    private String stage() {
        return IntStream.range(0, page.stages().size())
                .filter(at -> page.stages().get(at).progress() == StageStep.Progress.CURRENT)
                .mapToObj(at -> words.text("notice-page.stage", words.words(page.stages().get(at).name()), at + 1,
                        page.stages().size()))
                .findFirst()
                .orElse("");
    }

    private List<String> notes(Standing standing) {
        List<String> notes = new ArrayList<>();
        Optional<LocalDate> accepted = here().accepted().stream()
                .filter(each -> place != null || each.placeId() == null)
                .map(Aftercare.Accepted::heldOn).max(Comparator.naturalOrder());
        if (accepted.isPresent()) {
            notes.add(words.text(place == null ? "notice-page.accepted" : "notice-page.accepted.building",
                    words.date(accepted.get())));
        } else if (standing.finished()) {
            notes.add(words.text("notice-page.finished"));
        }
        if (standing.silent()) {
            notes.add(page.pause()
                    .map(said -> words.text("pause.said.on", words.text("pause." + said.reason().id()),
                            words.day(said.givenAt())))
                    .orElseGet(() -> words.text("pause.unsaid")));
        }
        return notes;
    }

    /** What holds at the building, or in all of the project and each of its parts. */
    private Aftercare here() {
        return place == null ? page.after() : page.after().at(id -> page.places().get(id).covers(place));
    }

    private NoticePage.@Nullable After after() {
        Aftercare after = here();
        if (after.none()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        after.accepted().forEach(each -> lines.add(part(each.placeId()) + words.text("resident.after.accepted",
                words.date(each.heldOn()), each.residents())));
        after.handed().forEach(each -> lines.add(part(each.placeId()) + words.text("resident.after.handed",
                words.date(each.handedOn()), words.name(each.organisation()))));
        List<NoticePage.Paper> papers = after.papers().stream().map(each -> new NoticePage.Paper(
                HandoverPaperServlet.PATH + "/" + each.id(), words.name(each.title()), part(each.placeId())
                        + words.date(each.on()) + " · " + PaperSize.of(each.bytes(), words.formats()))).toList();
        return new NoticePage.After(words.text("resident.after"), lines, papers, after.warranties().stream().map(each ->
                new NoticePage.Care(part(each.placeId()) + words.words(each.work()),
                        each.untilOn() == null ? words.text("warranty.life")
                                : words.text(each.over(page.today()) ? "resident.after.over" : "warranty.until",
                                        words.date(each.untilOn())),
                        each.over(page.today()), contact("", each.organisation(), each.phone()))).toList(),
                words.text("warranty.repairs"), words.text("resident.after.hint"));
    }

    /** @return the place before what is said of it, where that is a part of the project */
    private String part(@Nullable Long placeId) {
        return placeId == null || place != null ? "" : words.words(page.places().get(placeId).name()) + " · ";
    }

    /** Who looks after the place now comes before those who built it. */
    private List<Contact> contacts() {
        return Stream.concat(here().keepers(), ASKED.stream().map(page::party).flatMap(Optional::stream))
                .map(this::contact)
                .sorted(Comparator.comparing(contact -> contact.dial() == null))
                .toList();
    }

    private Contact contact(Party party) {
        return contact(words.text("party." + party.role()), party.organisation(), party.phone());
    }

    private Contact contact(String role, String organisation, @Nullable String phone) {
        return new Contact(role, words.name(organisation), phone, phone == null ? null : Telephone.dial(phone));
    }

    private List<Cut> cuts() {
        return page.noticesAt(place, address.stairwell()).stream().map(this::cut).toList();
    }

    private Cut cut(Notice notice) {
        NoticeWords said = new NoticeWords(words.formats(), words.zone());
        OffsetDateTime now = page.notices().asOf();
        List<String> more = new ArrayList<>();
        if (place == null) {
            more.add(said.where(notice));
        }
        more.add(words.words(notice.reason()));
        if (notice.moved()) {
            more.add(words.text("notice-page.first", said.when(notice.published())));
        }
        if (notice.why() != null) {
            more.add(words.text(notice.cancelled() ? "notice.why.cancelled" : "notice.why.moved", notice.why()));
        }
        if (notice.late()) {
            more.add(words.text("notice-page.cut-late", String.valueOf(notice.lateReason())));
        }
        if (notice.permit() != null) {
            more.add(words.text("notice-page.permit", notice.permit()));
        }
        return new Cut(notice.state(now).name().toLowerCase(Locale.ROOT), said.state(notice, now), said.kind(notice),
                said.when(notice.span()), more, new Contact("", words.name(notice.contact()), notice.phone(),
                        Telephone.dial(notice.phone())));
    }

    private List<Week> weeks() {
        if (page.plan() == null) {
            return List.of();
        }
        ComingWork work = ComingWork.of(page.plan(), page.today());
        return Stream.of(week("resident.coming.this-week", work.thisWeek()),
                        week("resident.coming.next-week", work.nextWeek()))
                .filter(week -> !week.works().isEmpty())
                .toList();
    }

    private Week week(String heading, List<Task> tasks) {
        List<Task> here = tasks.stream().filter(this::concerns).toList();
        return new Week(words.text(heading), here.stream().limit(MOST_WORKS).map(this::work).toList(),
                here.size() > MOST_WORKS ? words.text("resident.coming.more", here.size() - MOST_WORKS) : null);
    }

    /** Work of no particular place, such as the compound's pipes, concerns every door. */
    private boolean concerns(Task task) {
        ResidentPlace at = at(task);
        return place == null || at == null || at.covers(place);
    }

    private @Nullable ResidentPlace at(Task task) {
        return task.input().placeId() == null ? null : page.places().get(task.input().placeId());
    }

    private Work work(Task task) {
        String name = words.words(task.publicNames());
        ResidentPlace at = at(task);
        String where = at == null ? place == null ? null : words.text("notice-page.everywhere")
                : at == place || name.contains(words.words(at.name())) ? null : words.words(at.name());
        return new Work(name, task.input().milestone() ? words.date(task.dates().finishOn())
                : words.text("resident.days", words.date(task.dates().startOn()), words.date(task.dates().finishOn())),
                where);
    }

    private Item item(TimelineEntry entry) {
        Task task = entry.task();
        boolean begun = entry.share() > 0 || task.started();
        Integer late = task.dates().daysLate();
        String kind = entry.finished() ? "done" : begun ? "begun" : "ahead";
        return new Item(kind, words.words(task.publicNames()), when(entry, begun),
                !entry.finished() && late != null && late > 0 ? words.text("standing.late", late) : null,
                entry.share() > 0 ? evidence(task.id()) : null);
    }

    private String when(TimelineEntry entry, boolean begun) {
        String finish = words.date(entry.task().dates().finishOn());
        if (entry.finished()) {
            return words.text("resident.item.done", finish);
        }
        if (entry.task().input().milestone()) {
            return finish;
        }
        return begun
                ? words.text("resident.item.begun", words.formats().percent(entry.share()), finish)
                : words.text("resident.item.ahead", words.date(entry.task().dates().startOn()), finish);
    }

    private @Nullable Photo photo() {
        return page.photo() == null ? null : new Photo("/photo/" + page.photo().id() + "/thumbnail.jpg",
                "/photo/" + page.photo().id() + "/stamped.jpg",
                words.text("notice-page.photo.text", words.words(page.photo().task()), words.date(page.photo().reportOn())));
    }

    private String evidence(@Nullable Long taskId) {
        return address.chosen(EvidenceServlet.address(page.project().code(), taskId));
    }

    private static int thousandths(double share) {
        return (int) Math.round(WHOLE * Math.min(1, share));
    }
}
