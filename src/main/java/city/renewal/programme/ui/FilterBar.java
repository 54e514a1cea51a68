package city.renewal.programme.ui;

import city.renewal.base.Formats;
import city.renewal.programme.ProjectFilter;
import city.renewal.programme.ProjectFilter.Progress;
import city.renewal.programme.ProjectLine;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** How projects stand, as links with their numbers, and the choice of a street and a kind. */
public final class FilterBar extends Div {

    private final transient Kinds kinds;
    private final Class<? extends Component> view;
    private final Map<Progress, RouterLink> links = new EnumMap<>(Progress.class);
    private final ComboBox<String> streets = new ComboBox<>();
    private final ComboBox<String> kindChoice = new ComboBox<>();
    private transient ProjectFilter filter = ProjectFilter.NONE;
    private transient List<String> streetNames = List.of();
    private transient List<String> kindIds = List.of();

    /**
     * @param view   shows the filter that its address holds, see {@link FilterAddress}
     * @param wanted is told of a street or kind that the reader chose
     */
    public FilterBar(Kinds kinds, Formats formats, Class<? extends Component> view, Consumer<ProjectFilter> wanted) {
        this.kinds = kinds;
        this.view = view;
        addClassName("filter-bar");
        Nav states = new Nav();
        states.addClassName("filter-states");
        states.getElement().setAttribute("aria-label", getTranslation("overview.filter.state"));
        for (Progress progress : Progress.values()) {
            RouterLink link = new RouterLink();
            link.addClassName("chip");
            link.setId("filter-" + progress.id());
            links.put(progress, link);
            states.add(link);
        }
        setUp(streets, "overview.filter.street");
        streets.setItemLabelGenerator(formats::name);
        streets.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wanted.accept(filter.withStreet(change.getValue()));
            }
        });
        setUp(kindChoice, "overview.filter.kind");
        kindChoice.setItemLabelGenerator(id -> kinds.find(id).map(Kind::name)
                .map(name -> name.in(getLocale())).orElse(id));
        kindChoice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wanted.accept(filter.withKind(change.getValue()));
            }
        });
        Div choices = new Div(streets, kindChoice);
        choices.addClassName("filter-choices");
        add(states, choices);
    }

    private void setUp(ComboBox<String> choice, String key) {
        choice.setPlaceholder(getTranslation(key));
        choice.setAriaLabel(getTranslation(key));
        choice.setClearButtonVisible(true);
        choice.addClassName("filter-choice");
    }

    /** Shows the filter in force, and how many of the projects each state would leave. */
    public void show(ProjectFilter inForce, List<ProjectLine> lines) {
        filter = inForce;
        links.forEach((progress, link) -> {
            ProjectFilter other = filter.with(progress);
            long count = lines.stream().filter(other::matches).count();
            link.removeAll();
            Span number = new Span(String.valueOf(count));
            number.addClassName("chip-count");
            link.add(new Span(getTranslation("overview.filter." + progress.id())), number);
            link.setRoute(view);
            link.setQueryParameters(FilterAddress.write(other));
            link.setClassName("chip-on", progress == filter.progress());
            if (progress == filter.progress()) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        offer(lines);
        streets.setValue(filter.street() != null && streetNames.contains(filter.street()) ? filter.street() : null);
        kindChoice.setValue(filter.kind() != null && kindIds.contains(filter.kind()) ? filter.kind() : null);
    }

    private void offer(List<ProjectLine> lines) {
        List<String> names = lines.stream().map(ProjectLine::street).filter(Objects::nonNull).distinct().sorted()
                .toList();
        if (!names.equals(streetNames)) {
            streetNames = names;
            streets.setItems(names);
        }
        List<String> ids = kinds.all().stream().map(Kind::id)
                .filter(id -> lines.stream().anyMatch(line -> line.kind().equals(id)))
                .toList();
        if (!ids.equals(kindIds)) {
            kindIds = ids;
            kindChoice.setItems(ids);
        }
    }
}
