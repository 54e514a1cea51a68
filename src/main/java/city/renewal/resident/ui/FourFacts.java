package city.renewal.resident.ui;

import city.renewal.base.Telephone;
import city.renewal.base.Words;
import city.renewal.base.ui.PromiseBar;
import city.renewal.plan.Baseline;
import city.renewal.plan.DelayReason;
import city.renewal.plan.Standing;
import city.renewal.project.Party;
import city.renewal.resident.PlanAdjustment;
import city.renewal.resident.ResidentPage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What residents ask: what was promised, what holds now, why it differs, who to turn to. */
final class FourFacts extends DescriptionList {

    /** Who is asked first, and who after. */
    private static final List<String> ASKED = List.of("contractor", "supervisor", "owner", "community");
    private static final int PARTIES_SHOWN = 3;

    private final transient ResidentPage page;
    private final transient Reader reader;

    FourFacts(ResidentPage page, Reader reader) {
        this.page = page;
        this.reader = reader;
        addClassNames("card", "four-facts");
        promised();
        now();
        why();
        who();
    }

    private void promised() {
        Baseline promise = page.plan() == null ? null : page.plan().promise();
        if (promise == null || promise.finishOn() == null) {
            fact("promised", reader.text("resident.promised.none"), small(reader.text("resident.promised.none.help")));
            return;
        }
        Stream<Component> taken = Stream.of(small(reader.text("resident.promised.on", reader.day(promise.takenAt()))));
        fact("promised", reader.text("resident.finish", reader.date(promise.finishOn())),
                Stream.concat(taken, adjusted()).toArray(Component[]::new));
    }

    /** What was promised later stands below the first promise, never in its place. */
    private Stream<Component> adjusted() {
        if (page.adjustments().isEmpty()) {
            return Stream.empty();
        }
        PlanAdjustment newest = page.adjustments().getLast();
        return Stream.of(small(reader.text("resident.adjusted", page.adjustments().size(),
                        reader.day(newest.takenAt()), reader.date(newest.finishOn()))),
                new Anchor("#" + AdjustmentsCard.ID, reader.text("resident.adjusted.why")));
    }

    private void now() {
        Standing standing = page.standing();
        if (page.plan() == null || standing.finishOn() == null) {
            fact("now", reader.text("resident.now.none"));
            return;
        }
        PromiseBar bar = new PromiseBar();
        reader.standings().draw(bar, standing);
        Span progress = small(reader.standings().progress(standing.done(), standing.due()));
        progress.setId("progress");
        Div value = fact("now", reader.text(standing.finished() ? "resident.finished" : "resident.finish",
                reader.date(standing.finishOn())), bar, progress);
        value.setClassName("late", standing.late());
    }

    private void why() {
        DelayReason reason = page.plan() == null ? null : page.plan().delayReason();
        Standing standing = page.standing();
        if (!standing.late()) {
            fact("why", reader.text(standing.promisedFinishOn() == null ? "resident.why.nothing"
                    : "resident.why.kept"));
        } else if (reason == null) {
            fact("why", reader.text("resident.why.missing"));
        } else {
            String words = reader.words(new Words(reason.words(), reason.wordsEn()));
            Stream<Component> more = Stream.concat(
                    Optional.ofNullable(reason.catchUp()).map(reader.formats()::name)
                            .map(text -> small(catchUp(text, reason))).stream(),
                    Stream.of(small(reader.text("resident.why.given", reader.day(reason.givenAt())))));
            fact("why", words, more.toArray(Component[]::new));
        }
    }

    private String catchUp(String text, DelayReason reason) {
        return reason.catchUpOn() == null ? text
                : reader.text("resident.why.catch-up", text, reader.date(reason.catchUpOn()));
    }

    private void who() {
        List<Party> parties = Stream.concat(page.after().keepers(),
                ASKED.stream().map(page::party).flatMap(Optional::stream)).limit(PARTIES_SHOWN).toList();
        if (parties.isEmpty()) {
            fact("who", reader.text("resident.who.none"));
            return;
        }
        Party first = parties.getFirst();
        Stream<Component> others = parties.stream().skip(1).map(this::line);
        Div value = fact("who", reader.formats().name(first.organisation()),
                Stream.concat(Stream.of(role(first)), others).toArray(Component[]::new));
        value.addClassName("who");
    }

    private Div role(Party party) {
        Div line = new Div(small(reader.text("party." + party.role())));
        line.addClassName("party");
        phone(party).ifPresent(line::add);
        return line;
    }

    private Div line(Party party) {
        Div line = new Div(small(reader.text("party." + party.role()) + " " + reader.formats().name(party.organisation())));
        line.addClassName("party");
        phone(party).ifPresent(line::add);
        return line;
    }

    private static Optional<Anchor> phone(Party party) {
        return Optional.ofNullable(party.phone())
                .map(number -> new Anchor("tel:" + Telephone.dial(number), number));
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("secondary");
        return small;
    }

    private Div fact(String id, String value, Component... more) {
        Div strong = new Div(value);
        strong.addClassName("fact-value");
        Description description = new Description(strong);
        description.add(more);
        Div pair = new Div(new Term(reader.text("resident." + id)), description);
        pair.setId("fact-" + id);
        getElement().appendChild(pair.getElement());
        return strong;
    }
}
