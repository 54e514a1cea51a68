package city.renewal.notice.ui;

import city.renewal.base.Words;
import city.renewal.notice.NewNotice;
import city.renewal.notice.NoticeAdvice;
import city.renewal.notice.NoticeKind;
import city.renewal.notice.NoticePlace;
import city.renewal.notice.NoticeRefusal.Field;
import city.renewal.notice.NoticeRules;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.Task;
import city.renewal.project.Party;
import city.renewal.project.Place;
import city.renewal.project.Project;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for a notice, says at every change what is to be minded, and hands it over to be published. */
@CssImport("./styles/notices.css")
public final class NoticeForm extends Div {

    /**
     * What the form offers once a project is chosen.
     *
     * @param tasks that may be named as the cause
     */
    public record Offer(List<Place> places, List<Party> parties, List<Task> tasks) {
    }

    private final transient NoticeWords words;
    private final transient Function<Project, Offer> offers;
    private final transient Function<NewNotice, NoticeAdvice> advisor;
    private final transient NoticeFields fields;
    private final ComboBox<Project> project = new ComboBox<>();
    private final Select<NoticeKind> kind = new Select<>();
    private final MultiSelectComboBox<NoticeTarget> places = new MultiSelectComboBox<>();
    private final TimeFields time;
    private final TextArea reason = new TextArea();
    private final TextArea reasonEn = new TextArea();
    private final TextField contact = new TextField();
    private final TextField phone = new TextField();
    private final TextField permit = new TextField();
    private final TextField lateReason = new TextField();
    private final ComboBox<Task> task = new ComboBox<>();
    private final NoticeAdviceCard advice;
    private final transient Map<String, String> names = new LinkedHashMap<>();

    /**
     * @param projects  that can be chosen
     * @param offers    asked when a project is chosen
     * @param advisor   asked at every change
     * @param published given the notice; may refuse with a {@code NoticeRefusal}, which is shown at its field
     */
    public NoticeForm(NoticeWords words, NoticeRules rules, List<Project> projects, Function<Project, Offer> offers,
                      Function<NewNotice, NoticeAdvice> advisor, Consumer<NewNotice> published) {
        this.words = words;
        this.offers = offers;
        this.advisor = advisor;
        fields = new NoticeFields(words);
        time = new TimeFields(words.formats().locale(), this::advise);
        advice = new NoticeAdviceCard(words, rules.night());
        addClassNames("card", "notice-form");
        project.setLabel(getTranslation("column.project"));
        project.setItems(projects);
        project.setItemLabelGenerator(each -> each.code() + " " + each.names().in(getLocale()));
        project.setId("notice-project");
        project.addValueChangeListener(change -> offer(change.getValue()));
        kind.setLabel(getTranslation("notice.kind"));
        kind.setItems(rules.kinds());
        kind.setItemLabelGenerator(each -> each.name().in(getLocale()));
        kind.setId("notice-kind");
        kind.addValueChangeListener(change -> advise());
        places.setLabel(getTranslation("notice.places"));
        places.setPlaceholder(getTranslation("notice.everywhere"));
        places.setItemLabelGenerator(each -> names.getOrDefault(key(each), each.code()));
        places.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        places.setId("notice-places");
        places.addValueChangeListener(change -> advise());
        area(reason, "notice.reason", "notice-reason");
        reason.setHelperText(getTranslation("notice.reason.help"));
        area(reasonEn, "notice.reason-en", "notice-reason-en");
        line(contact, "notice.contact", NewNotice.LONGEST_NAME, "notice-contact");
        line(phone, "notice.phone", NewNotice.LONGEST_PHONE, "notice-phone");
        line(permit, "notice.permit", NewNotice.LONGEST_NAME, "notice-permit");
        line(lateReason, "notice.late-reason", NewNotice.LONGEST_WHY, "notice-late-reason");
        permit.setVisible(false);
        lateReason.setVisible(false);
        task.setLabel(getTranslation("notice.task"));
        task.setItemLabelGenerator(each -> each.names().in(getLocale()));
        task.setClearButtonVisible(true);
        task.setId("notice-task");
        Button publish = new Button(getTranslation("notice.publish"),
                click -> fields.run(() -> published.accept(value())));
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.setId("notice-publish");
        add(row(project, kind, places), time, advice, row(lateReason), row(permit), row(reason, reasonEn),
                row(contact, phone, task), row(publish));
        fields.put(Field.PROJECT, () -> project);
        fields.put(Field.KIND, () -> kind);
        fields.put(Field.PLACES, () -> places);
        fields.put(Field.FROM, time::begin);
        fields.put(Field.TO, time::end);
        fields.put(Field.REASON, () -> reason);
        fields.put(Field.REASON_EN, () -> reasonEn);
        fields.put(Field.CONTACT, () -> contact);
        fields.put(Field.PHONE, () -> phone);
        fields.put(Field.PERMIT, () -> permit);
        fields.put(Field.LATE_REASON, () -> lateReason);
        fields.put(Field.TASK, () -> task);
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("notice-row");
        return row;
    }

    private void area(TextArea area, String label, String id) {
        area.setLabel(getTranslation(label));
        area.setMaxLength(NewNotice.LONGEST_REASON);
        area.setId(id);
    }

    private void line(TextField field, String label, int longest, String id) {
        field.setLabel(getTranslation(label));
        field.setMaxLength(longest);
        field.setId(id);
    }

    /** Chooses the project, and the task that the notice is for; nothing where they are not offered. */
    public void choose(@Nullable Project of, @Nullable Long taskId) {
        if (of != null) {
            project.setValue(of);
            task.getListDataView().getItems().filter(each -> taskId != null && each.id() == taskId).findFirst()
                    .ifPresent(task::setValue);
        }
    }

    private void offer(@Nullable Project chosen) {
        Offer offer = chosen == null ? new Offer(List.of(), List.of(), List.of()) : offers.apply(chosen);
        names.clear();
        List<NoticeTarget> targets = offer.places().stream()
                .sorted(Comparator.comparing(place -> !place.kind().equals("building")))
                .flatMap(this::targets)
                .toList();
        places.setItems(targets);
        task.setItems(offer.tasks());
        offer.parties().stream().filter(party -> party.role().equals("contractor") && party.phone() != null).findFirst()
                .ifPresent(party -> {
                    contact.setValue(party.organisation());
                    phone.setValue(party.phone());
                });
        advise();
    }

    private Stream<NoticeTarget> targets(Place place) {
        String name = new Words(place.name(), place.nameEn()).in(getLocale());
        return IntStream.rangeClosed(NoticePlace.WHOLE, place.stairwells()).mapToObj(stairwell -> {
            NoticeTarget target = new NoticeTarget(place.code(), stairwell);
            names.put(key(target), stairwell == NoticePlace.WHOLE ? name
                    : getTranslation("notice.stairwells", name, String.valueOf(stairwell)));
            return target;
        });
    }

    private static String key(NoticeTarget target) {
        return target.code() + "/" + target.stairwell();
    }

    private void advise() {
        NoticeAdvice now = advisor.apply(value());
        advice.show(now);
        NoticeFields.ask(lateReason, now.late());
        NoticeFields.ask(permit, now.night());
    }

    private NewNotice value() {
        return new NewNotice(project.getValue() == null ? null : project.getValue().code(),
                kind.getValue() == null ? null : kind.getValue().id(),
                places.getValue().stream().sorted(Comparator.comparing(NoticeForm::key)).toList(),
                time.from(), time.to(), time.daily(), NoticeFields.text(reason.getValue()),
                NoticeFields.text(reasonEn.getValue()), NoticeFields.text(contact.getValue()),
                NoticeFields.text(phone.getValue()), NoticeFields.text(permit.getValue()),
                NoticeFields.text(lateReason.getValue()), task.getValue() == null ? null : task.getValue().id());
    }
}
