package city.renewal.site.finding.ui;

import city.renewal.base.Formats;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.project.Place;
import city.renewal.project.PostedParty;
import city.renewal.project.Project;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.FindingTask;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.photo.ui.PhotoField;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Raises a finding, on a phone: what is wrong, with photos; where; who puts it right by when. */
@CssImport("./styles/findings.css")
public final class FindingForm extends Div {

    private final transient FindingRules rules;
    private final transient Function<Project, Parts> parts;
    private final LocalDate today;
    private final ComboBox<Project> project = new ComboBox<>();
    private final RadioButtonGroup<FindingRules.Kind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<FindingRules.Severity> severity = new RadioButtonGroup<>();
    private final TextArea what = new TextArea();
    private final PhotoField photos;
    private final ComboBox<Place> place = new ComboBox<>();
    private final ComboBox<FindingTask> task = new ComboBox<>();
    private final ComboBox<PostedParty> party = new ComboBox<>();
    private final DateField dueOn;
    /** By the part of a finding that a refusal speaks of. */
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final String requestId = UUID.randomUUID().toString();
    private boolean dueChosen;

    /** What a project offers. */
    public record Parts(List<Place> places, List<FindingTask> tasks, List<PostedParty> parties) {
    }

    /**
     * @param projects in the order in which they are offered
     * @param parts    reads what a project offers
     * @param send     is handed what was entered once nothing is missing; what it refuses is said at its field
     * @param say      says a refusal in the reader's language
     */
    public FindingForm(List<Project> projects, FindingRules rules, Formats formats, PhotoField photos,
                       Function<Project, Parts> parts, Consumer<NewFinding> send, Function<Refusal, String> say) {
        this.rules = rules;
        this.parts = parts;
        this.photos = photos;
        this.today = formats.today();
        dueOn = new DateField(getTranslation("finding.due"), formats.locale());
        FindingWords words = new FindingWords(rules, formats);
        addClassNames("finding-form");
        project.setLabel(getTranslation("column.project"));
        project.setItems(projects);
        project.setItemLabelGenerator(each -> each.names().in(getLocale()));
        project.setRequiredIndicatorVisible(true);
        project.addValueChangeListener(change -> offer(change.getValue()));
        kind.setLabel(getTranslation("finding.kind"));
        kind.setItems(rules.kinds());
        kind.setItemLabelGenerator(each -> each.words().in(getLocale()));
        kind.setRequiredIndicatorVisible(true);
        severity.setLabel(getTranslation("finding.severity"));
        severity.setItems(rules.severities());
        severity.setItemLabelGenerator(each -> each.words().in(getLocale()));
        severity.setValue(rules.severities().getFirst());
        kind.addValueChangeListener(change -> propose());
        severity.addValueChangeListener(change -> propose());
        what.setLabel(getTranslation("finding.what"));
        what.setMaxLength(Findings.LONGEST_TEXT);
        what.setRequiredIndicatorVisible(true);
        place.setLabel(getTranslation("finding.place"));
        place.setItemLabelGenerator(each -> new Words(each.name(), each.nameEn()).in(getLocale()));
        place.setClearButtonVisible(true);
        task.setLabel(getTranslation("finding.task"));
        task.setItemLabelGenerator(each -> each.names().in(getLocale()));
        task.setClearButtonVisible(true);
        party.setLabel(getTranslation("finding.party"));
        party.setItemLabelGenerator(words::party);
        party.setClearButtonVisible(true);
        party.setHelperText(getTranslation("finding.party.help"));
        dueOn.setMin(today);
        dueOn.setMax(today.plusDays(Findings.LONGEST_DUE_DAYS));
        dueOn.setHelperText(getTranslation("finding.due.help"));
        dueOn.addValueChangeListener(change -> dueChosen |= change.isFromClient());
        Button button = new Button(getTranslation("finding.raise"), click -> send(send, say));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        Div bar = new Div(button);
        bar.addClassName("sheet-send");
        button.setWidthFull();
        button.setId("send");
        List.<HasSize>of(project, what, place, task, party, dueOn).forEach(HasSize::setWidthFull);
        fields.put("what", what);
        fields.put("text", what);
        fields.put("due", dueOn);
        fields.put("kind", kind);
        fields.put("severity", severity);
        fields.put("place", place);
        fields.put("task", task);
        fields.put("party", party);
        fields.put("project", project);
        fields.put("refused", project);
        Span photosLabel = new Span(getTranslation("finding.photos"));
        photosLabel.addClassName("label");
        add(project, kind, severity, what, photosLabel, photos, place, task, party, dueOn, bar);
    }

    /** Begins with a project, and with a task of it where one is named. */
    public void begin(Project with, @Nullable Long taskId) {
        project.setValue(with);
        task.getListDataView().getItems().filter(each -> Long.valueOf(each.id()).equals(taskId)).findFirst()
                .ifPresent(each -> {
                    task.setValue(each);
                    place.getListDataView().getItems().filter(any -> Long.valueOf(any.id()).equals(each.placeId()))
                            .findFirst().ifPresent(place::setValue);
                });
    }

    private void offer(@Nullable Project of) {
        Parts offered = of == null ? new Parts(List.of(), List.of(), List.of()) : parts.apply(of);
        place.setItems(offered.places());
        task.setItems(offered.tasks());
        party.setItems(offered.parties());
        offered.parties().stream().filter(each -> each.role().equals("contractor")).findFirst()
                .ifPresent(party::setValue);
    }

    /** The due date follows from kind and severity until somebody chooses another. */
    private void propose() {
        if (!dueChosen && kind.getValue() != null && severity.getValue() != null) {
            dueOn.setValue(rules.dueOn(kind.getValue().id(), severity.getValue().id(), today));
        }
    }

    private void send(Consumer<NewFinding> send, Function<Refusal, String> say) {
        fields.values().forEach(field -> field.setInvalid(false));
        photos.say("");
        boolean complete = needed(project, project.getValue() == null, "finding.project.missing");
        complete &= needed(kind, kind.getValue() == null, "finding.kind.missing");
        complete &= needed(what, what.getValue().isBlank(), "finding.what.missing");
        if (photos.uploading() || photos.received().isEmpty()) {
            photos.say(getTranslation(photos.uploading() ? "finding.photo.uploading" : "finding.photo.missing"));
            complete = false;
        }
        if (!complete) {
            return;
        }
        try {
            send.accept(new NewFinding(project.getValue().id(), kind.getValue().id(), severity.getValue().id(),
                    what.getValue(), place.getValue() == null ? null : place.getValue().id(),
                    task.getValue() == null ? null : task.getValue().id(),
                    party.getValue() == null ? null : party.getValue().id(), dueOn.getValue(), photos.received(),
                    requestId));
        } catch (Refusal refused) {
            show(FindingWords.part(refused), say.apply(refused));
        }
    }

    private boolean needed(HasValidation field, boolean missing, String key) {
        if (missing) {
            field.setInvalid(true);
            field.setErrorMessage(getTranslation(key));
        }
        return !missing;
    }

    private void show(String part, String why) {
        HasValidation field = fields.get(part);
        if (field == null) {
            photos.say(why);
        } else {
            field.setInvalid(true);
            field.setErrorMessage(why);
        }
    }
}
