package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.StateBadge;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentPage;
import city.renewal.programme.commitment.CommitmentState;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.FigureValue;
import city.renewal.programme.commitment.HearingSheet;
import city.renewal.programme.commitment.LinkedProject;
import city.renewal.programme.commitment.Promise;
import city.renewal.programme.commitment.Withdrawal;
import city.renewal.programme.commitment.ui.FactsCard;
import city.renewal.programme.commitment.ui.LinksCard;
import city.renewal.programme.commitment.ui.PromiseCard;
import city.renewal.programme.commitment.ui.StateTone;
import city.renewal.programme.commitment.ui.ValueCard;
import city.renewal.programme.commitment.ui.WithdrawCard;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One commitment at the desk: how it stands and why, its sheet for the hearing, and for district officers its changes. */
@Route(value = "desk/commitment/:year([0-9]{4})/:number([0-9]{1,3})", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/commitments.css")
public final class CommitmentView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Commitments commitments;
    private final transient HearingSheet sheet;
    private final transient Projects projects;
    private final transient CommitmentWords words;
    private final transient Messages messages;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private transient @Nullable Commitment shown;

    CommitmentView(Commitments commitments, HearingSheet sheet, PublishedFigures figures, Projects projects, Kinds kinds,
                   Messages messages, Clock clock) {
        this.commitments = commitments;
        this.sheet = sheet;
        this.projects = projects;
        this.messages = messages;
        this.clock = clock;
        words = new CommitmentWords(new Formats(messages, getLocale(), LocalDate.now(clock)), kinds, figures);
        addClassNames("desk-page", "commitments-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Integer.parseInt(event.getRouteParameters().get("year").orElseThrow()),
                Integer.parseInt(event.getRouteParameters().get("number").orElseThrow()));
    }

    private void show(int year, int number) {
        CommitmentPage page = commitments.page(year, number).orElseThrow(() ->
                new NotFoundException(getTranslation("commitment.unknown", String.valueOf(year), number)));
        shown = page.commitment();
        removeAll();
        add(head(page.commitment()), standing(page.line()), source(page), changes(page));
        if (Commitments.mayWrite(actor) && page.commitment().withdrawn() == null) {
            Runnable changed = () -> show(year, number);
            if (page.commitment().basis() == Basis.REPORTED) {
                add(new ValueCard("commitment.value.title", words, messages, (value, asOf, source, why) -> {
                    commitments.report(actor, page.commitment(), value, asOf, source, why);
                    changed.run();
                    return "";
                }));
            }
            if (page.commitment().basis().linked()) {
                add(new LinksCard(commitments, page.line(), CommitmentsView.open(projects), words, actor, messages,
                        changed));
            }
            add(new PromiseCard(commitments, page.commitment(), words, actor, messages, changed),
                    new FactsCard(commitments, page.commitment(), words, actor, messages, changed),
                    new WithdrawCard(commitments, page.commitment(), words, actor, messages, changed));
        }
    }

    private Div head(Commitment commitment) {
        RouterLink all = new RouterLink(getTranslation("commitment.title", String.valueOf(commitment.year())),
                CommitmentsView.class);
        all.setQueryParameters(QueryParameters.of("year", String.valueOf(commitment.year())));
        Anchor open = new Anchor("/commitments/" + commitment.year() + "/" + commitment.number(),
                getTranslation("commitment.public"));
        open.setRouterIgnore(true);
        Div links = new Div(sheet(commitment, Locale.SIMPLIFIED_CHINESE, "hearing.print"),
                sheet(commitment, Locale.ENGLISH, "hearing.print-en"), open, all);
        links.addClassName("commitments-head");
        Div head = new Div(new H1(commitment.number() + ". " + words.name(commitment)), links);
        head.addClassName("commitment-title");
        return head;
    }

    private Anchor sheet(Commitment commitment, Locale language, String key) {
        String machine = machine();
        Anchor print = new Anchor(DownloadHandler.fromInputStream(download ->
                file(commitment, language, machine)), getTranslation(key));
        print.addClassName("hearing-print");
        print.setId("hearing-" + language.getLanguage());
        return print;
    }

    /** As the browser of the desk reaches this server, without a slash at its end. */
    private static String machine() {
        return VaadinServletRequest.getCurrent() == null ? ""
                : VaadinServletRequest.getCurrent().getRequestURL().toString().replaceFirst("^(https?://[^/]+)/.*$", "$1");
    }

    private DownloadResponse file(Commitment commitment, Locale language, String machine) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sheet.write(actor, commitment.year(), commitment.number(), language, machine, file);
        return new DownloadResponse(new ByteArrayInputStream(file.toByteArray()),
                "hearing-" + commitment.year() + "-" + commitment.number() + "-" + language.getLanguage() + ".pdf",
                "application/pdf", file.size());
    }

    private Section standing(CommitmentLine line) {
        Commitment commitment = line.commitment();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("commitment-facts");
        if (commitment.withdrawn() != null) {
            fact(facts, "commitment.state.withdrawn", words.withdrawn(commitment, clock.getZone()) + " · "
                    + words.formats().name(commitment.withdrawn().author()));
        }
        fact(facts, "commitment.promised", words.promise(commitment.newest(), commitment.unit()));
        if (commitment.changed()) {
            fact(facts, "commitment.first", words.text("commitment.first.said",
                    words.promise(commitment.first(), commitment.unit()), words.firstState(line)));
        }
        fact(facts, "commitment.present", words.present(line) + " (" + words.percent(line) + ") · "
                + words.mark(commitment.basis()) + " · " + words.asOf(line));
        if (line.reachedOn() != null) {
            fact(facts, "commitment.reached", words.formats().date(line.reachedOn()) + " · " + words.reachedBy(commitment));
        }
        fact(facts, "commitment.owner", words.formats().name(commitment.owner()) + " "
                + words.formats().name(commitment.ownerRole()) + " " + commitment.phone());
        Section card = new Section(new StateBadge(StateTone.of(line.state()), words.state(line)), facts);
        card.addClassName("card");
        return card;
    }

    private void fact(DescriptionList facts, String key, String said) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(said));
    }

    private Section source(CommitmentPage page) {
        Section card = new Section(new H2(getTranslation("commitment.how")),
                new Paragraph(words.rule(page.commitment())));
        card.addClassName("card");
        UnorderedList items = new UnorderedList();
        items.addClassName("commitment-lines");
        for (LinkedProject project : page.line().projects()) {
            items.add(item(project, page.commitment().unit()));
        }
        for (FigureValue value : page.values()) {
            items.add(new ListItem(words.quantity(value.amount(), page.commitment().unit()) + " · "
                    + words.said(words.formats().name(value.source()), value.asOf(), null)
                    + words.remark(value, page.values())));
        }
        card.add(items);
        return card;
    }

    private ListItem item(LinkedProject project, String unit) {
        Anchor evidence = new Anchor("/project/" + project.code() + "/evidence",
                project.code() + " " + words.words(project.name()));
        Span brought = new Span(words.text("commitment.project.brought", words.formats().number(project.present()),
                words.quantity(project.whole(), unit), words.formats().percent(project.standing().done())));
        brought.addClassName("secondary");
        return new ListItem(evidence, brought, DeskParts.variance(project.standing().daysLate(), this::getTranslation));
    }

    private Section changes(CommitmentPage page) {
        UnorderedList items = new UnorderedList();
        for (Promise promise : page.promises()) {
            String said = words.text(promise.promiseNo() == 1 ? "commitment.first.was" : "commitment.change.was",
                    words.promise(promise, page.commitment().unit()));
            items.add(new ListItem(words.formats().moment(promise.writtenAt(), clock.getZone()) + " · " + said
                    + (promise.why() == null ? "" : " · " + words.formats().name(promise.why()))
                    + " · " + words.formats().name(promise.author())));
        }
        Withdrawal taken = page.commitment().withdrawn();
        if (taken != null) {
            items.add(new ListItem(words.formats().moment(taken.withdrawnAt(), clock.getZone()) + " · "
                    + words.state(CommitmentState.WITHDRAWN) + " · " + words.formats().name(taken.why()) + " · "
                    + words.formats().name(taken.author())));
        }
        Section card = new Section(new H2(getTranslation("commitment.changes")), items);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.number() + ". " + words.name(shown);
    }
}
