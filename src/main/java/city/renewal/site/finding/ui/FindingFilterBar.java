package city.renewal.site.finding.ui;

import city.renewal.base.Formats;
import city.renewal.base.Words;
import city.renewal.site.finding.FindingCount;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingRules;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Which findings are looked at: project, state, kind, party, and how far they have risen. */
@CssImport("./styles/findings.css")
public final class FindingFilterBar extends Div {

    private final ComboBox<String> project = new ComboBox<>();
    private final Select<String> state = new Select<>();
    private final Select<FindingRules.Kind> kind = new Select<>();
    private final ComboBox<String> party = new ComboBox<>();
    private final Select<FindingLevel> level = new Select<>();
    private final transient FindingRules rules;
    private final transient Map<String, Words> projects = new LinkedHashMap<>();

    /** @param wanted is told of a filter that the reader chose */
    public FindingFilterBar(FindingRules rules, Formats formats, Consumer<FindingFilter> wanted) {
        this.rules = rules;
        addClassName("finding-filter");
        project.setLabel(getTranslation("column.project"));
        project.setPlaceholder(getTranslation("confirmation.all-projects"));
        project.setClearButtonVisible(true);
        project.setItemLabelGenerator(code -> projects.containsKey(code)
                ? projects.get(code).in(getLocale()) : code);
        state.setLabel(getTranslation("finding.state"));
        state.setItems(FindingAddress.STATES);
        state.setItemLabelGenerator(name -> getTranslation("finding.state." + name));
        kind.setLabel(getTranslation("finding.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("finding.kind.all"));
        kind.setItems(rules.kinds());
        kind.setItemLabelGenerator(each -> each == null
                ? getTranslation("finding.kind.all") : each.words().in(getLocale()));
        party.setLabel(getTranslation("finding.party"));
        party.setPlaceholder(getTranslation("finding.party.all"));
        party.setClearButtonVisible(true);
        party.setItemLabelGenerator(formats::name);
        level.setLabel(getTranslation("finding.level"));
        level.setItems(FindingLevel.values());
        level.setItemLabelGenerator(each -> getTranslation("finding.level." + each.name().toLowerCase(Locale.ROOT)));
        add(project, state, kind, party, level);
        List.<AbstractField<?, ?>>of(project, state, kind, party, level).forEach(field ->
                field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        wanted.accept(value());
                    }
                }));
    }

    private FindingFilter value() {
        return new FindingFilter(project.getValue(), FindingAddress.states(state.getValue()),
                kind.getValue() == null ? null : kind.getValue().id(), party.getValue(), level.getValue());
    }

    /**
     * Shows the filter in force and offers what there are findings of.
     *
     * @param counts of everything
     */
    public void show(FindingFilter filter, List<FindingCount> counts) {
        projects.clear();
        counts.forEach(each -> projects.putIfAbsent(each.projectCode(), each.project()));
        if (filter.projectCode() != null) {
            projects.putIfAbsent(filter.projectCode(), new Words(filter.projectCode(), null));
        }
        project.setItems(projects.keySet());
        project.setValue(filter.projectCode());
        List<String> parties = counts.stream().map(FindingCount::organisation).filter(Objects::nonNull).distinct()
                .sorted().toList();
        party.setItems(parties);
        party.setValue(parties.contains(filter.organisation()) ? filter.organisation() : null);
        state.setValue(FindingAddress.state(filter));
        kind.setValue(rules.kinds().stream().filter(each -> each.id().equals(filter.kind())).findFirst().orElse(null));
        level.setValue(filter.level());
    }
}
