package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Telephone;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.project.handover.Acceptance;
import city.renewal.project.handover.AcceptanceMember;
import city.renewal.project.handover.Handover;
import city.renewal.project.handover.HandoverPaper;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.NewPaper;
import city.renewal.project.handover.OpenItem;
import city.renewal.project.handover.ProjectHandover;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyWords;
import city.renewal.site.finding.Findings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project's end: what is open, acceptances, hand-overs, and the clocks of its warranties. */
@Route(value = "desk/handover/:code", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/findings.css")
@CssImport("./styles/handover.css")
public final class HandoverView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Open things that are named; the acceptance names all of them. */
    private static final int SHOWN = 20;

    private final transient Handovers handovers;
    private final transient HandoverPapers papers;
    private final transient Projects projects;
    private final transient ProjectPeople people;
    private final transient Messages messages;
    private final transient WarrantyWords words;
    private final transient HandoverForms forms;
    private final transient HandoverPaperForms paperForms;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private transient @Nullable Project project;

    HandoverView(Handovers handovers, HandoverPapers papers, Warranties warranties, Projects projects,
                 ProjectPeople people, Messages messages, ChangeFeed feed, Clock clock) {
        this.handovers = handovers;
        this.papers = papers;
        this.projects = projects;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        words = new WarrantyWords(warranties.rules(), new Formats(messages, getLocale(), LocalDate.now(clock)));
        forms = new HandoverForms(handovers, warranties, projects, actor, messages, words, this::show);
        paperForms = new HandoverPaperForms(papers, actor, messages, words, this::show);
        addClassNames("desk-page", "handover-page");
        ChangeSubscription.keep(this, feed, change -> {
            if (project != null && change.projectId() == project.id()) {
                show();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = PlanPages.project(event, projects, messages);
        show();
    }

    private void show() {
        if (project == null) {
            return;
        }
        ProjectHandover all = handovers.of(project.id());
        removeAll();
        add(new RouterLink("‹ " + project.names().in(getLocale()), PlanView.class, PlanPages.of(project)),
                new H1(getTranslation("handover.title")));
        if (all.whole().isEmpty()) {
            add(open(project));
        }
        List<HandoverPaper> put = papers.of(project.id());
        boolean own = people.open(actor, project.id());
        add(acceptances(project, all, put, own), handovers(project, all, put, own), warranties(all));
    }

    private Section card(String heading, Component... parts) {
        Section card = new Section(new H2(heading));
        card.addClassNames("card", "handover-card");
        card.add(parts);
        return card;
    }

    private Section open(Project of) {
        List<OpenItem> open = handovers.open(of.id(), null);
        Section card = card(getTranslation("handover.open.title", open.size()));
        if (open.isEmpty()) {
            card.add(new Paragraph(getTranslation("handover.open.none")));
        } else {
            card.add(items(open.subList(0, Math.min(SHOWN, open.size()))));
        }
        if (open.size() > SHOWN) {
            card.add(new Paragraph(getTranslation("handover.open.more", open.size() - SHOWN)));
        }
        if (Findings.mayRaise(actor)) {
            RouterLink raise = new RouterLink(getTranslation("handover.raise"), NewFindingView.class);
            raise.setQueryParameters(QueryParameters.of(NewFindingView.PROJECT, of.code()));
            card.add(raise);
        }
        return card;
    }

    private UnorderedList items(List<OpenItem> items) {
        UnorderedList list = new UnorderedList();
        items.forEach(item -> {
            Span kind = new Span(getTranslation("handover.open." + item.kind().name().toLowerCase(Locale.ROOT)) + " ");
            kind.addClassName("secondary");
            String name = item.words().in(getLocale());
            list.add(new ListItem(kind, item.kind() == OpenItem.Kind.FINDING
                    ? new RouterLink(name, FindingView.class, item.id())
                    : new RouterLink(name, TaskView.class, item.id())));
        });
        return list;
    }

    private Section acceptances(Project of, ProjectHandover all, List<HandoverPaper> put, boolean own) {
        Section card = card(getTranslation("handover.acceptances"));
        if (all.acceptances().isEmpty()) {
            card.add(new Paragraph(getTranslation("handover.acceptances.none")));
        }
        all.acceptances().forEach(each -> card.add(acceptance(of, all, each, papers(put.stream()
                .filter(paper -> Objects.equals(paper.acceptanceId(), each.id())).toList(),
                NewPaper.ofAcceptance(each.id(), "", ""), own))));
        if (Handovers.mayRecord(actor) && all.whole().isEmpty()) {
            card.add(button("accept", "handover.accept", true, () -> forms.accept(of, null)));
        }
        return card;
    }

    private HandoverPaperList papers(List<HandoverPaper> there, NewPaper record, boolean own) {
        return new HandoverPaperList(there, record, own, actor, words, paperForms, clock.getZone());
    }

    private Div acceptance(Project of, ProjectHandover all, Acceptance each, HandoverPaperList papers) {
        StateBadge badge = each.corrected() ? new StateBadge(Tone.QUIET, getTranslation("handover.corrected"))
                : each.accepted() ? new StateBadge(Tone.GOOD, getTranslation("handover.accepted"))
                : new StateBadge(Tone.LATE, getTranslation("handover.refused"));
        Span day = new Span(words.formats().date(each.heldOn()) + " · "
                + (each.place() == null ? getTranslation("handover.whole") : each.place().in(getLocale())));
        day.addClassName("warranty-what");
        Div head = new Div(day, badge);
        head.addClassName("warranty-head");
        Div entry = new Div(head, new Div(getTranslation("handover.residents.count", each.residents()) + " · "
                + each.members().stream().map(this::member).collect(Collectors.joining(" · "))));
        entry.addClassName("handover-entry");
        if (each.why() != null) {
            entry.add(quiet(getTranslation("warranty.why", each.why())));
        }
        if (!each.open().isEmpty()) {
            entry.add(new Div(getTranslation(each.accepted() ? "handover.left" : "handover.refused.for")),
                    items(each.open()));
        }
        if (each.remark() != null) {
            entry.add(new Div(words.formats().name(each.remark())));
        }
        if (each.accepted() && !each.corrected()) {
            entry.add(quiet(getTranslation("handover.file-by", words.formats().date(each.fileBy()))));
        }
        entry.add(quiet(getTranslation("handover.recorded", words.formats().name(each.recorder()))), papers);
        if (Handovers.mayRecord(actor) && !each.corrected()) {
            entry.add(button("correct-" + each.id(), "handover.correct", false, () -> forms.accept(of, each)));
        }
        if (Handovers.mayRecord(actor) && each.accepted() && !each.corrected()) {
            entry.add(button("warranty-add-" + each.id(), "warranty.add", false,
                    () -> forms.add(each, all.warranties(), contractor(each))));
        }
        return entry;
    }

    private static String contractor(Acceptance acceptance) {
        return acceptance.members().stream().filter(member -> member.role().equals(AcceptanceMember.CONTRACTOR))
                .findFirst().map(AcceptanceMember::organisation).orElse("");
    }

    private String member(AcceptanceMember member) {
        return getTranslation("party." + member.role()) + " " + words.formats().name(member.organisation());
    }

    private Section handovers(Project of, ProjectHandover all, List<HandoverPaper> put, boolean own) {
        Section card = card(getTranslation("handover.handovers"));
        if (all.handovers().isEmpty()) {
            card.add(new Paragraph(getTranslation(all.accepted().isEmpty() ? "handover.handovers.early"
                    : "handover.handovers.none")));
        }
        for (Handover each : all.handovers()) {
            Span day = new Span(words.formats().date(each.handedOn()) + " · "
                    + (each.place() == null ? getTranslation("handover.whole") : each.place().in(getLocale())));
            day.addClassName("warranty-what");
            Div to = new Div(getTranslation("handover.receiver." + each.receiver()) + " "
                    + words.formats().name(each.organisation()) + " ");
            if (each.phone() != null) {
                to.add(new Anchor("tel:" + Telephone.dial(each.phone()), each.phone()));
            }
            Div entry = new Div(day, to);
            entry.addClassName("handover-entry");
            if (!all.counts(each)) {
                entry.add(quiet(getTranslation("handover.void")));
            }
            if (each.remark() != null) {
                entry.add(new Div(words.formats().name(each.remark())));
            }
            entry.add(quiet(getTranslation("handover.recorded", words.formats().name(each.recorder()))),
                    papers(put.stream().filter(paper -> Objects.equals(paper.handoverId(), each.id())).toList(),
                            NewPaper.ofHandover(each.id(), "", ""), own));
            card.add(entry);
        }
        if (Handovers.mayRecord(actor) && !all.accepted().isEmpty()) {
            card.add(button("hand-over", "handover.hand-over", all.handovers().isEmpty(), () -> forms.handOver(of)));
        }
        return card;
    }

    private Section warranties(ProjectHandover all) {
        Section card = card(getTranslation("handover.warranties"));
        if (all.warranties().isEmpty()) {
            card.add(new Paragraph(getTranslation("handover.warranties.none")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("warranty-list");
        for (Warranty each : all.warranties()) {
            Span work = new Span(words.work(each));
            work.addClassName("warranty-what");
            list.add(new WarrantyItem(work, each, words, actions(each)));
        }
        card.add(list);
        return card;
    }

    private List<Button> actions(Warranty each) {
        List<Button> actions = new ArrayList<>();
        if (Handovers.mayRecord(actor)) {
            actions.add(button("change-" + each.work(), "warranty.change", false, () -> forms.change(each)));
            actions.add(button("withdraw-" + each.work(), "warranty.withdraw", false, () -> forms.withdraw(each)));
        }
        if (Warranties.mayCheck(actor)) {
            actions.add(button("check-" + each.work(), "warranty.check", false, () -> forms.check(each)));
        }
        return actions;
    }

    private Button button(String id, String key, boolean first, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.setId(id);
        if (first) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassNames("secondary", "warranty-quiet");
        return quiet;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("handover.title")
                + (project == null ? "" : " · " + project.names().in(getLocale()));
    }
}
