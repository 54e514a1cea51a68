package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.Baseline;
import city.renewal.plan.Plans;
import city.renewal.plan.baseline.Baselines;
import city.renewal.plan.baseline.ComparedPlan;
import city.renewal.plan.baseline.ComparisonCsv;
import city.renewal.plan.baseline.PlanComparison;
import city.renewal.plan.baseline.PlanVersion;
import city.renewal.plan.ui.ComparisonChart;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.plan.ui.VersionWords;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The baselines of a plan, and any two versions of it side by side, as the address names them. */
@Route(value = "desk/plan/:code/baselines", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/baselines.css")
public final class BaselinesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN_MILLIS = 3_000;
    private static final String LEFT = "left";
    private static final String RIGHT = "right";

    private final transient Projects projects;
    private final transient Plans plans;
    private final transient Baselines baselines;
    private final transient Kinds kinds;
    private final transient Messages messages;
    private final transient Formats formats;
    private final transient VersionWords words;
    private final transient PlanGantt drawing;
    private final Actor actor = SignedIn.required();
    private final Div head = new Div();
    private final BaselineList list;
    private final Section comparing = new Section();
    private final Select<PlanVersion> left = new Select<>();
    private final Select<PlanVersion> right = new Select<>();
    private final Paragraph sentence = new Paragraph();
    private final Div counts = new Div();
    private final ComparisonTable table;
    private final GanttChart chart = new GanttChart();
    private transient @Nullable Project project;
    private transient @Nullable ComparedPlan shown;

    BaselinesView(Projects projects, Plans plans, Baselines baselines, Kinds kinds, Messages messages,
                  ChangeFeed feed, Clock clock) {
        this.projects = projects;
        this.plans = plans;
        this.baselines = baselines;
        this.kinds = kinds;
        this.messages = messages;
        formats = new Formats(messages, getLocale(), plans.today());
        words = new VersionWords(messages, formats);
        drawing = new PlanGantt(kinds, formats, this::getTranslation);
        list = new BaselineList(formats, clock.getZone());
        table = new ComparisonTable(kinds, formats);
        addClassName("baselines-view");
        sentence.addClassName("comparison-sentence");
        sentence.setId("comparison-sentence");
        counts.addClassName("comparison-counts");
        chart.addClassName("comparison-chart");
        choice(left, "comparison.left");
        choice(right, "comparison.right");
        comparing.addClassName("comparison");
        comparing.add(chooser(), sentence, counts, table, chart);
        add(head, list, comparing);
        ChangeSubscription.keep(this, feed, change -> {
            if (project != null && change.projectId() == project.id() && shown != null) {
                show(shown.left(), shown.right());
            }
        });
    }

    private void choice(Select<PlanVersion> select, String key) {
        select.setLabel(getTranslation(key));
        select.setItemLabelGenerator(version -> words.name(version, taken()));
        select.addValueChangeListener(change -> {
            if (change.isFromClient() && left.getValue() != null && right.getValue() != null) {
                goTo(left.getValue(), right.getValue());
            }
        });
    }

    private Div chooser() {
        Button swap = new Button(getTranslation("comparison.swap"), click -> goTo(right.getValue(), left.getValue()));
        swap.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Anchor csv = new Anchor(DownloadHandler.fromInputStream(download -> csv()),
                getTranslation("comparison.export"));
        Div chooser = new Div(left, right, swap, csv);
        chooser.addClassName("comparison-choice");
        return chooser;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = PlanPages.project(event, projects, messages);
        QueryParameters query = event.getLocation().getQueryParameters();
        showHead();
        try {
            show(version(query, LEFT).orElse(new PlanVersion(1)), version(query, RIGHT).orElse(PlanVersion.NOW));
        } catch (Refusal unknown) {
            throw new NotFoundException(unknown.in(messages, getLocale()));
        }
    }

    private static Optional<PlanVersion> version(QueryParameters query, String name) {
        return query.getSingleParameter(name).flatMap(PlanVersion::parse);
    }

    private void showHead() {
        Project current = Objects.requireNonNull(project);
        PlanPages pages = new PlanPages(current, BaselinesView.class);
        if (actor.is(Role.PLANNER, Role.ADMINISTRATOR)) {
            Button take = new Button(getTranslation("baseline.take"), click ->
                    new BaselineDialog(plans, actor, current, this::taken).open());
            take.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
            pages.addActions(take);
        }
        head.removeAll();
        head.add(pages);
    }

    private void taken(int number) {
        Notification.show(getTranslation("baseline.taken", number), SHOWN_MILLIS,
                Notification.Position.BOTTOM_CENTER);
        ComparedPlan now = Objects.requireNonNull(shown);
        show(now.left(), now.right());
    }

    private void show(PlanVersion one, PlanVersion other) {
        long projectId = Objects.requireNonNull(project).id();
        shown = baselines.compare(projectId, one, other);
        comparing.setVisible(!taken().isEmpty());
        list.show(taken());
        List<PlanVersion> versions = Stream.concat(
                taken().stream().map(each -> new PlanVersion(each.baselineNo())), Stream.of(PlanVersion.NOW)).toList();
        choose(left, versions, shown.left());
        choose(right, versions, shown.right());
        PlanComparison.Totals totals = shown.comparison().totals();
        sentence.setText(words.sentence(name(shown.left()), name(shown.right()), totals));
        counts.removeAll();
        words.counts(totals).forEach(count -> counts.add(new Span(count)));
        table.show(shown.comparison());
        boolean promise = shown.left().baselineNo() == 1;
        chart.setModel(ComparisonChart.of(drawing.forStaff(shown.plan()), shown.comparison().differences(),
                shown.right().isNow(), promise ? null : name(shown.left()), getLocale()));
    }

    private static void choose(Select<PlanVersion> select, List<PlanVersion> versions, PlanVersion chosen) {
        select.setItems(versions);
        select.setValue(chosen);
    }

    private List<Baseline> taken() {
        return shown == null ? List.of() : shown.baselines();
    }

    private String name(PlanVersion version) {
        return words.name(version, taken());
    }

    private void goTo(PlanVersion one, PlanVersion other) {
        getUI().ifPresent(ui -> ui.navigate(BaselinesView.class, PlanPages.of(Objects.requireNonNull(project)),
                QueryParameters.simple(Map.of(LEFT, one.address(), RIGHT, other.address()))));
    }

    private DownloadResponse csv() {
        ComparedPlan compared = Objects.requireNonNull(shown);
        byte[] file = new ComparisonCsv(this::getTranslation, kinds::unit, formats.locale()).write(table.lines())
                .getBytes(StandardCharsets.UTF_8);
        String name = Objects.requireNonNull(project).code() + "-" + compared.left().address() + "-"
                + compared.right().address() + ".csv";
        return new DownloadResponse(new ByteArrayInputStream(file), name, "text/csv;charset=utf-8", file.length);
    }

    @Override
    public String getPageTitle() {
        return project == null ? "" : getTranslation("baseline.title", project.name());
    }
}
