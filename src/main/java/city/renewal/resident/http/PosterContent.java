package city.renewal.resident.http;

import city.renewal.plan.Baseline;
import city.renewal.project.Party;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What hangs at the fence and at the door (五牌一图 and 维权信息告示牌), in words. Names of people are not published by this
 * program: the poster leaves lines on which the site writes them.
 */
final class PosterContent {

    private static final List<String> ROLES = List.of("owner", "designer", "contractor", "supervisor", "community");

    private final ResidentPage page;
    private final NoticeAddress address;
    private final @Nullable ResidentPlace place;
    private final ResidentWords words;
    private final String base;

    /** @param base where residents reach the program, without a slash at its end */
    PosterContent(ResidentPage page, NoticeAddress address, @Nullable ResidentPlace place, ResidentWords words,
                  String base) {
        this.page = page;
        this.address = address;
        this.place = place;
        this.words = words;
        this.base = base;
    }

    /** @param value empty for a line to write on */
    record Row(String name, String value) {
    }

    record Board(String title, List<String> lines) {
    }

    boolean a3() {
        return address.a3();
    }

    /** @return where the code leads: the notice page of this door, without a language, which each reader has of their own */
    String address() {
        return base + address.as(Form.PAGE).path();
    }

    String title() {
        return words.words(page.name());
    }

    String where() {
        return NoticeContent.where(words, page, place, address.stairwell());
    }

    String scan() {
        return words.text("poster.scan");
    }

    /** @return what residents ask first, largest */
    List<Row> answers() {
        Baseline promise = page.plan() == null ? null : page.plan().promise();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.text("resident.promised"), promise == null || promise.finishOn() == null
                ? words.text("resident.promised.none")
                : words.text("resident.finish", words.formats().fullDate(promise.finishOn()))));
        NoticeContent.ASKED.stream().map(page::party).flatMap(Optional::stream)
                .filter(party -> party.phone() != null)
                .forEach(party -> rows.add(new Row(words.text("party." + party.role()), String.valueOf(party.phone()))));
        return rows;
    }

    String overviewTitle() {
        return words.text("poster.overview");
    }

    List<Row> overview() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.text("poster.kind"), words.words(words.kinds().get(page.project().kind()).name())));
        rows.add(new Row(words.text("poster.size"), page.measures().isEmpty() ? "" : page.measures().stream()
                .map(measure -> words.measure(page.project().kind(), measure))
                .collect(Collectors.joining(" · "))));
        for (String role : ROLES) {
            rows.add(new Row(words.text("party." + role), page.party(role).map(this::organisation).orElse("")));
        }
        Baseline promise = page.plan() == null ? null : page.plan().promise();
        rows.add(new Row(words.text("poster.days"), promise == null || promise.startOn() == null ? ""
                : words.text("resident.days", words.formats().fullDate(promise.startOn()),
                        words.formats().fullDate(promise.finishOn()))));
        return rows;
    }

    private String organisation(Party party) {
        return words.name(party.organisation()) + (party.phone() == null ? "" : "  " + party.phone());
    }

    String staffTitle() {
        return words.text("poster.staff");
    }

    List<Row> staff() {
        return List.of(new Row(words.text("poster.staff.manager"), ""), new Row(words.text("poster.staff.safety"), ""),
                new Row(words.text("poster.staff.supervisor"), ""),
                new Row(words.text("poster.staff.phone"), ""));
    }

    /** @return fire, safety, good order, workers' rights */
    List<Board> rules() {
        return List.of(
                board("poster.fire", List.of("poster.fire.1", "poster.fire.2", "poster.fire.3")),
                board("poster.safety", List.of("poster.safety.1", "poster.safety.2", "poster.safety.3")),
                board("poster.order", List.of("poster.order.1", "poster.order.2", "poster.order.3")),
                board("poster.rights", List.of("poster.rights.1", "poster.rights.2", "poster.rights.3")));
    }

    private Board board(String title, List<String> lines) {
        return new Board(words.text(title), lines.stream().map(words::text).toList());
    }

    String planTitle() {
        return words.text("poster.plan");
    }

    /** @return what stands in the empty frame of the site plan */
    String planHelp() {
        return words.text("poster.plan.help");
    }

    String foot() {
        return words.text("poster.foot", page.today().toString())
                + (page.project().demonstration() ? "    " + words.text("demonstration.note") : "");
    }
}
