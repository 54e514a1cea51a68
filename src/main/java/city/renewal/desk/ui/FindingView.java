package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.project.PostedParty;
import city.renewal.site.finding.FindingAct;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.FindingStep;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.finding.ui.FindingAddress;
import city.renewal.site.finding.ui.FindingHistory;
import city.renewal.site.finding.ui.FindingStepForm;
import city.renewal.site.finding.ui.FindingWords;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One finding: what is wrong, where it stands, what the reader may do with it, and everything that was done. */
@Route(value = "desk/finding", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/findings.css")
public final class FindingView extends Main implements HasUrlParameter<Long>, HasDynamicTitle {

    private static final int SHOWN_MILLIS = 3_000;

    private final transient Findings findings;
    private final transient FindingRules rules;
    private final transient Photos photos;
    private final transient Messages messages;
    private final transient Formats formats;
    private final transient FindingWords words;
    private final ZoneId zone;
    private final Actor actor = SignedIn.required();
    private final H1 title = new H1();
    private final Div body = new Div();
    private final Div ways = new Div();
    private final Div step = new Div();
    private final Div history = new Div();
    private long id;

    FindingView(Findings findings, FindingRules rules, Photos photos, Messages messages, ChangeFeed feed, Clock clock) {
        this.findings = findings;
        this.rules = rules;
        this.photos = photos;
        this.messages = messages;
        zone = clock.getZone();
        formats = new Formats(messages, getLocale(), findings.today());
        words = new FindingWords(rules, formats);
        addClassNames("desk-page", "finding-page");
        body.addClassName("finding-form");
        ways.addClassName("finding-buttons");
        add(new RouterLink("‹ " + getTranslation("finding.title"), FindingsView.class), title, body, ways, step,
                new H2(getTranslation("finding.history")), history);
        ChangeSubscription.keep(this, feed, change -> show());
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        step.removeAll();
        try {
            show();
        } catch (Refusal unknown) {
            throw new NotFoundException(unknown.in(messages, getLocale()));
        }
    }

    /** What is being typed into the form of a step stays. */
    private void show() {
        SiteFinding finding = findings.get(id);
        List<FindingStep> steps = findings.steps(id);
        title.setText(getTranslation("finding.number", String.valueOf(id)));
        body.removeAll();
        Div badges = new Div(words.state(finding));
        badges.addClassName("finding-badges");
        words.overdue(finding).ifPresent(badges::add);
        Paragraph what = new Paragraph(formats.name(finding.what()));
        what.addClassName("finding-what");
        body.add(badges, what, facts(finding));
        history.removeAll();
        history.add(new FindingHistory(steps, photos.ofFinding(id), photos.matchesOfFinding(id), words, formats, zone));
        ways.removeAll();
        if (step.getComponentCount() == 0 && findings.open(actor, finding.projectId())) {
            offer(finding, steps);
        }
    }

    private DetailList facts(SiteFinding finding) {
        DetailList facts = new DetailList();
        facts.add("finding.sort", new Span(words.sort(finding)));
        RouterLink project = new RouterLink(finding.project().in(getLocale()), FindingsView.class);
        project.setQueryParameters(FindingAddress.write(new FindingFilter(finding.projectCode(), FindingState.OPEN,
                null, null, FindingFilter.OPEN.level())));
        facts.add("column.project", project);
        if (finding.place() != null) {
            facts.add("finding.place", new Span(finding.place().in(getLocale())));
        }
        if (finding.task() != null && finding.taskId() != null) {
            facts.add("column.task", new RouterLink(finding.task().in(getLocale()), TaskView.class,
                    finding.taskId()));
        }
        facts.add("finding.party", new Span(words.party(finding.partyRole(), finding.organisation())));
        facts.add("finding.due", new Span(formats.date(finding.dueOn())));
        return facts;
    }

    /** Offers the steps that the reader may take now. */
    private void offer(SiteFinding finding, List<FindingStep> steps) {
        List<FindingAct> open = new ArrayList<>();
        boolean running = finding.state() == FindingState.RAISED || finding.state() == FindingState.ASSIGNED;
        if (finding.state() == FindingState.ASSIGNED && Findings.mayRectify(actor)) {
            if (findings.openParty(actor, finding)) {
                open.add(FindingAct.RECTIFY);
            } else {
                ways.add(new Span(getTranslation("refused.party", String.valueOf(finding.organisation()))));
            }
        }
        if (running && Findings.mayRaise(actor)) {
            open.add(FindingAct.ASSIGN);
        }
        if (!running && Findings.mayCheck(actor)) {
            if (finding.state() == FindingState.RECTIFIED) {
                boolean own = steps.stream().anyMatch(each -> each.act() == FindingAct.RECTIFY
                        && each.actorId() == actor.accountId());
                if (own) {
                    ways.add(new Span(getTranslation("finding.own")));
                } else {
                    open.add(FindingAct.CLOSE);
                }
            }
            open.add(FindingAct.REOPEN);
        }
        open.forEach(act -> {
            Button button = new Button(getTranslation("finding.do." + id(act)), click -> open(act, finding));
            button.setId("do-" + id(act));
            if (act == open.getFirst()) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            ways.add(button);
        });
    }

    private void open(FindingAct act, SiteFinding seen) {
        List<PostedParty> parties = act == FindingAct.ASSIGN ? findings.parties(seen.projectId()) : List.of();
        ways.removeAll();
        step.add(new FindingStepForm(act, seen, rules, formats, parties,
                new PhotoField(photos, messages, actor, Findings.MOST_PHOTOS),
                (action, party, dueOn) -> take(act, action, party, dueOn), this::leave,
                refused -> refused.in(messages, getLocale())));
    }

    private void take(FindingAct act, FindingAction action, @Nullable PostedParty party, @Nullable LocalDate dueOn) {
        switch (act) {
            case ASSIGN -> findings.assign(actor, action, party == null ? 0 : party.id(), dueOn);
            case RECTIFY -> findings.rectify(actor, action);
            case CLOSE -> findings.close(actor, action);
            case REOPEN -> findings.reopen(actor, action, dueOn == null ? findings.today() : dueOn);
            case RAISE -> throw new IllegalStateException("A finding is raised on its own page");
        }
        leave();
        Notification.show(getTranslation("finding.stored"), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private void leave() {
        step.removeAll();
        show();
    }

    private static String id(FindingAct act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
