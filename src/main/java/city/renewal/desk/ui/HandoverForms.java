package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.matter.ui.MatterStepForm;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.project.handover.Acceptance;
import city.renewal.project.handover.AcceptanceMember;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.NewAcceptance;
import city.renewal.project.handover.NewHandover;
import city.renewal.project.handover.OpenItem;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyChange;
import city.renewal.project.handover.WarrantyWords;
import city.renewal.project.handover.WarrantyWork;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for what is recorded after completion, each in a dialog that stays open when the service refuses. */
final class HandoverForms {

    private final Handovers handovers;
    private final Warranties warranties;
    private final Projects projects;
    private final Actor actor;
    private final Messages messages;
    private final WarrantyWords words;
    private final Runnable done;

    /** @param done called once something was recorded */
    HandoverForms(Handovers handovers, Warranties warranties, Projects projects, Actor actor, Messages messages,
                  WarrantyWords words, Runnable done) {
        this.handovers = handovers;
        this.warranties = warranties;
        this.projects = projects;
        this.actor = actor;
        this.messages = messages;
        this.words = words;
        this.done = done;
    }

    private MatterStepForm form(String title, String help, Runnable send) {
        return new MatterStepForm(messages, words::text, title, help, send, done);
    }

    /** @param corrected the acceptance that is corrected, null for a new one */
    void accept(Project project, @Nullable Acceptance corrected) {
        Select<Place> part = part(project);
        DateField day = day("handover.held-on", corrected == null ? words.formats().today() : corrected.heldOn());
        RadioButtonGroup<Boolean> outcome = new RadioButtonGroup<>(words.text("handover.outcome"));
        outcome.setItems(true, false);
        outcome.setItemLabelGenerator(each -> words.text(each ? "handover.accepted" : "handover.refused"));
        outcome.setValue(corrected == null || corrected.accepted());
        IntegerField residents = new IntegerField(words.text("handover.residents"));
        residents.setMin(0);
        residents.setMax(Handovers.MOST_RESIDENTS);
        residents.setHelperText(words.text("handover.residents.help"));
        residents.setId("acceptance-residents");
        residents.setValue(corrected == null ? null : corrected.residents());
        Map<String, TextField> members = members(project, corrected);
        CheckboxGroup<OpenItem> open = new CheckboxGroup<>(words.text("handover.remaining"));
        open.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        open.setItemLabelGenerator(this::open);
        open.setHelperText(words.text("handover.remaining.help"));
        open.addClassName("handover-open");
        TextArea[] texts = new TextArea[2];
        MatterStepForm form = form(corrected == null ? "handover.accept" : "handover.correct",
                corrected == null ? "handover.accept.help" : "handover.correct.help", () ->
                handovers.accept(actor, new NewAcceptance(project.id(),
                        corrected == null ? id(part) : corrected.placeId(), day.day(), outcome.getValue(),
                        residents.getValue() == null ? 0 : residents.getValue(),
                        members.entrySet().stream().filter(each -> !each.getValue().getValue().isBlank())
                                .map(each -> new AcceptanceMember(each.getKey(), each.getValue().getValue())).toList(),
                        texts[0].getValue(),
                        open.getValue().stream().map(OpenItem::key).collect(Collectors.toSet()),
                        corrected == null ? null : corrected.id(), corrected == null ? null : texts[1].getValue())));
        if (corrected == null) {
            form.with(part);
            offer(open, handovers.open(project.id(), null));
            part.addValueChangeListener(change -> offer(open, handovers.open(project.id(), id(part))));
        } else {
            offer(open, corrected.open());
            if (corrected.accepted()) {
                open.setValue(Set.copyOf(corrected.open()));
            }
            texts[1] = form.text("acceptance-why", words.text("handover.why"), Warranties.LONGEST_WHY);
        }
        form.with(day);
        form.with(outcome);
        form.with(residents);
        members.values().forEach(form::with);
        form.with(open);
        texts[0] = form.text("acceptance-remark", words.text("handover.remark"), Handovers.LONGEST_REMARK);
        form.open(day);
    }

    private String open(OpenItem item) {
        return words.text("handover.open." + item.kind().name().toLowerCase(Locale.ROOT)) + " · "
                + item.words().in(words.formats().locale())
                + (item.organisation() == null ? "" : " · " + words.formats().name(item.organisation()))
                + (item.dueOn() == null ? "" : " · " + words.text("handover.open.due",
                        words.formats().date(item.dueOn())));
    }

    private static void offer(CheckboxGroup<OpenItem> field, List<OpenItem> items) {
        field.setItems(items);
        field.setVisible(!items.isEmpty());
    }

    private Map<String, TextField> members(Project project, @Nullable Acceptance corrected) {
        Map<String, String> known = new LinkedHashMap<>();
        if (corrected == null) {
            projects.parties(project.id()).forEach(party -> known.putIfAbsent(party.role(), party.organisation()));
        } else {
            corrected.members().forEach(member -> known.putIfAbsent(member.role(), member.organisation()));
        }
        Map<String, TextField> fields = new LinkedHashMap<>();
        for (String role : AcceptanceMember.ROLES) {
            TextField field = new TextField(words.text("party." + role));
            field.setMaxLength(Warranties.LONGEST_NAME);
            field.setId("acceptance-" + role);
            field.setValue(known.getOrDefault(role, ""));
            fields.put(role, field);
        }
        return fields;
    }

    void handOver(Project project) {
        Select<Place> part = part(project);
        DateField day = day("handover.handed-on", words.formats().today());
        Select<String> receiver = new Select<>();
        receiver.setLabel(words.text("handover.receiver"));
        receiver.setItems(NewHandover.RECEIVERS);
        receiver.setItemLabelGenerator(each -> words.text("handover.receiver." + each));
        receiver.setValue(NewHandover.RECEIVERS.getFirst());
        TextField organisation = line("handover.organisation", "handover-organisation", "");
        TextField phone = line("handover.phone", "handover-phone", "");
        TextArea[] remark = new TextArea[1];
        MatterStepForm form = form("handover.hand-over", "handover.hand-over.help", () -> handovers.handOver(actor,
                new NewHandover(project.id(), id(part), day.day(), receiver.getValue(), organisation.getValue(),
                        phone.getValue(), remark[0].getValue())));
        form.with(part);
        form.with(day);
        form.with(receiver);
        form.with(organisation);
        form.with(phone);
        remark[0] = form.text("handover-remark", words.text("handover.remark"), Handovers.LONGEST_REMARK);
        form.open(organisation);
    }

    void change(Warranty warranty) {
        change(warranty.acceptanceId(), warranty.work(), warranty.id(), warranty.organisation(),
                Objects.requireNonNullElse(warranty.phone(), ""), warranty.untilOn());
    }

    private void change(long acceptanceId, String work, @Nullable Long seen, String who, String number,
                        @Nullable LocalDate last) {
        TextField organisation = line("warranty.organisation", "warranty-organisation", who);
        TextField phone = line("handover.phone", "warranty-phone", number);
        DateField until = day("warranty.until-on", last);
        until.setHelperText(words.text("warranty.until-on.help", words.rules().get(work).source()
                .in(words.formats().locale())));
        TextArea[] why = new TextArea[1];
        MatterStepForm form = form("warranty.change", "warranty.change.help", () -> warranties.change(actor,
                new WarrantyChange(acceptanceId, work, seen, organisation.getValue(), phone.getValue(),
                        until.dayIfAny(), why[0].getValue())));
        form.setHeaderTitle(words.text("warranty.change") + " · " + words.work(work));
        form.with(organisation);
        form.with(phone);
        form.with(until);
        why[0] = form.text("warranty-why", words.text("handover.why"), Warranties.LONGEST_WHY);
        form.open(organisation);
    }

    /** Asks which work first, then for its warranty. */
    void add(Acceptance acceptance, List<Warranty> there, String contractor) {
        Select<WarrantyWork> work = new Select<>();
        work.setLabel(words.text("warranty.work"));
        work.setItems(words.rules().works().stream().filter(each -> there.stream().noneMatch(one ->
                one.acceptanceId() == acceptance.id() && one.work().equals(each.id()))).toList());
        work.setItemLabelGenerator(each -> each.name().in(words.formats().locale()));
        work.setId("warranty-work");
        MatterStepForm form = form("warranty.add", "warranty.add.help", () -> Optional.ofNullable(work.getValue())
                .ifPresent(chosen -> change(acceptance.id(), chosen.id(), null, contractor, "", null)));
        form.setHeaderTitle(words.text("warranty.add") + " · " + (acceptance.place() == null
                ? words.text("handover.whole") : acceptance.place().in(words.formats().locale())));
        form.with(work);
        form.open(work);
    }

    void withdraw(Warranty warranty) {
        TextArea[] why = new TextArea[1];
        MatterStepForm form = form("warranty.withdraw", "warranty.withdraw.help", () -> warranties.withdraw(actor,
                warranty.acceptanceId(), warranty.work(), warranty.id(), why[0].getValue()));
        why[0] = form.text("withdraw-why", words.text("handover.why"), Warranties.LONGEST_WHY);
        form.open(why[0]);
    }

    void check(Warranty warranty) {
        DateField day = day("warranty.checked-on", words.formats().today());
        RadioButtonGroup<Boolean> found = new RadioButtonGroup<>(words.text("warranty.check.result"));
        found.setItems(true, false);
        found.setItemLabelGenerator(each -> words.text(each ? "warranty.check.good" : "warranty.check.bad"));
        found.setValue(true);
        TextArea[] remark = new TextArea[1];
        MatterStepForm form = form("warranty.check", "warranty.check.help", () -> warranties.check(actor, warranty.id(),
                day.day(), found.getValue(), remark[0].getValue()));
        form.with(day);
        form.with(found);
        remark[0] = form.text("check-remark", words.text("handover.remark"), Handovers.LONGEST_REMARK);
        form.open(day);
    }

    private Select<Place> part(Project project) {
        Select<Place> part = new Select<>();
        part.setLabel(words.text("handover.part"));
        part.setItems(projects.places(project.id()));
        part.setEmptySelectionAllowed(true);
        part.setEmptySelectionCaption(words.text("handover.whole"));
        part.setItemLabelGenerator(each -> each == null ? words.text("handover.whole")
                : new Words(each.name(), each.nameEn()).in(words.formats().locale()));
        part.setId("handover-part");
        return part;
    }

    private static @Nullable Long id(Select<Place> part) {
        return part.getValue() == null ? null : part.getValue().id();
    }

    private DateField day(String key, @Nullable LocalDate value) {
        DateField day = new DateField(words.text(key), words.formats().locale());
        day.setValue(value);
        return day;
    }

    private TextField line(String key, String id, String value) {
        TextField line = new TextField(words.text(key));
        line.setMaxLength(Warranties.LONGEST_NAME);
        line.setId(id);
        line.setValue(value);
        return line;
    }
}
