package city.renewal.programme.ui;

import city.renewal.base.Formats;
import city.renewal.base.ui.DateText;
import city.renewal.base.ui.PromiseBar;
import city.renewal.plan.ui.StandingWords;
import city.renewal.programme.ProjectLine;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.resident.ui.ProjectView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One project of the list: what it is, its stage, promise and present, finish, state, and why it is late. */
final class ProjectRow extends ListItem {

    private static final String HOUSEHOLDS = "households";

    private final transient Kinds kinds;
    private final transient Formats formats;
    private final transient StandingWords standings;
    private final Div name = cell("project-name");
    private final Span stage = new Span();
    private final Div progress = cell("project-progress");
    private final PromiseBar bar = new PromiseBar();
    private final Span percent = new Span();
    private final Span reason = new Span();
    private final Span finish = new Span();
    private final Div state = cell("project-state");

    ProjectRow(Kinds kinds, Formats formats, StandingWords standings) {
        this.kinds = kinds;
        this.formats = formats;
        this.standings = standings;
        addClassName("project-row");
        stage.addClassName("project-stage");
        percent.addClassName("project-percent");
        reason.addClassName("project-reason");
        finish.addClassName("project-finish");
        progress.add(bar, percent, reason);
        add(name, stage, progress, finish, state);
    }

    private static Div cell(String className) {
        Div cell = new Div();
        cell.addClassName(className);
        return cell;
    }

    void show(ProjectLine line) {
        Kind kind = kinds.get(line.kind());
        RouterLink link = new RouterLink(line.name().in(formats.locale()), ProjectView.class,
                new RouteParameters("code", line.code()));
        Span facts = new Span(facts(line, kind));
        facts.addClassName("secondary");
        name.removeAll();
        name.add(link, facts);
        stage.setText(kind.stages().stream()
                .filter(each -> each.id().equals(line.stage()))
                .findFirst()
                .map(each -> each.name().in(formats.locale()))
                .orElse(""));
        standings.draw(bar, line.standing());
        percent.setText(standings.progress(line.standing().done(), line.standing().due()));
        boolean explained = line.reason() != null && line.standing().late();
        reason.setText(explained && line.reason() != null ? line.reason().in(formats.locale()) : "");
        reason.setVisible(explained);
        finish.removeAll();
        if (line.standing().finishOn() == null) {
            finish.setText(getTranslation("overview.finish.unknown"));
        } else {
            finish.add(new DateText(line.standing().finishOn(), formats));
        }
        finish.setClassName("late", line.standing().late());
        state.removeAll();
        standings.badges(line.standing()).forEach(state::add);
        if (line.pause() != null) {
            Span pause = new Span(getTranslation("pause.said", getTranslation("pause." + line.pause().id())));
            pause.addClassName("secondary");
            state.add(pause);
        }
    }

    private String facts(ProjectLine line, Kind kind) {
        return Stream.of(Optional.ofNullable(line.street()).map(formats::name), size(line, kind))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** Households where they are known, because that is how people measure a compound, else the main measure. */
    private Optional<String> size(ProjectLine line, Kind kind) {
        return Stream.concat(kind.measures().stream().filter(measure -> measure.id().equals(HOUSEHOLDS)),
                        kind.measures().stream())
                .filter(measure -> line.measures().containsKey(measure.id()))
                .findFirst()
                .map(measure -> formats.quantity(line.measures().get(measure.id()), kinds.unit(measure.unit())));
    }
}
