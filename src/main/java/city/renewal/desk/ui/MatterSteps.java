package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DateField;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterHandling;
import city.renewal.matter.MatterPage;
import city.renewal.matter.Matters;
import city.renewal.matter.MediationKind;
import city.renewal.matter.ui.MatterStepForm;
import city.renewal.matter.ui.MatterWords;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;

/** Asks a handler for what a step of a matter needs. */
final class MatterSteps {

    private final MatterDesk desk;
    private final MatterHandling handling;
    private final Actor actor;
    private final String number;
    private final Messages messages;
    private final MatterWords words;
    private final Runnable done;

    /**
     * @param number of the matter
     * @param done   called once a step is stored
     */
    MatterSteps(MatterDesk desk, MatterHandling handling, Actor actor, String number, Messages messages,
                MatterWords words, Runnable done) {
        this.desk = desk;
        this.handling = handling;
        this.actor = actor;
        this.number = number;
        this.messages = messages;
        this.words = words;
        this.done = done;
    }

    private MatterStepForm form(String title, String help, Runnable send) {
        return new MatterStepForm(messages, words::text, title, help, send, done);
    }

    void answer(MatterPage page) {
        TextArea[] text = new TextArea[1];
        MatterStepForm form = form("matter.desk.answer", "matter.desk.answer.help",
                () -> handling.answer(actor, number, page.version(), text[0].getValue()));
        text[0] = form.text("answer-text", words.text("matter.follow.answer"), MatterHandling.LONGEST_ANSWER);
        form.open(text[0]);
    }

    void note() {
        TextArea[] text = new TextArea[1];
        MatterStepForm form = form("matter.desk.note", "matter.desk.note.help",
                () -> handling.note(actor, number, text[0].getValue()));
        text[0] = form.text("note-text", words.text("matter.desk.note"), MatterHandling.LONGEST_ANSWER);
        form.open(text[0]);
    }

    void publish(MatterPage page) {
        TextArea[] texts = new TextArea[2];
        MatterStepForm form = form("matter.desk.publish", "matter.desk.publish.help",
                () -> handling.publish(actor, number, page.version(), texts[0].getValue(), texts[1].getValue()));
        texts[0] = form.text("public-report", words.text("matter.desk.public.report"), MatterHandling.LONGEST_ANSWER);
        texts[1] = form.text("public-answer", words.text("matter.desk.public.answer"), MatterHandling.LONGEST_ANSWER);
        texts[0].setValue(Objects.requireNonNullElse(page.publicReport(), ""));
        texts[1].setValue(Objects.requireNonNullElse(page.publicAnswer(), ""));
        form.open(texts[0]);
    }

    void merge(MatterPage page) {
        TextField into = new TextField(words.text("matter.desk.merge.into"));
        into.setId("merge-into");
        into.setPlaceholder("26-000000");
        MatterStepForm form = form("matter.desk.merge", "matter.desk.merge.help",
                () -> handling.merge(actor, number, page.version(), into.getValue()));
        form.with(into);
        form.open(into);
    }

    void handOver(MatterPage page) {
        Select<MatterDesk.Worker> to = new Select<>();
        to.setLabel(words.text("matter.desk.hand-over.to"));
        to.setItems(desk.workers());
        to.setItemLabelGenerator(each -> words.formats().name(each.name()));
        TextArea[] why = new TextArea[1];
        MatterStepForm form = form("matter.desk.hand-over", "matter.desk.hand-over.help",
                () -> handling.handOver(actor, number, page.version(), to.getValue() == null ? "" : to.getValue().login(),
                        why[0].getValue()));
        form.with(to);
        why[0] = form.text("hand-over-why", words.text("matter.desk.hand-over.why"), Matters.LONGEST_REASON);
        form.open(to);
    }

    void mediate() {
        Select<MediationKind> kind = new Select<>();
        kind.setLabel(words.text("matter.mediation.kind"));
        kind.setItems(MediationKind.values());
        kind.setItemLabelGenerator(words::mediation);
        kind.setValue(MediationKind.MEETING);
        DateField day = new DateField(words.text("matter.mediation.day"), words.formats().locale());
        day.setValue(words.formats().today());
        TextArea[] text = new TextArea[1];
        MatterStepForm form = form("matter.mediation.add", "matter.mediation.help",
                () -> handling.mediate(actor, number, kind.getValue(), day.day(), text[0].getValue()));
        form.with(kind);
        form.with(day);
        text[0] = form.text("mediation-text", words.text("matter.mediation.text"), MatterHandling.LONGEST_ANSWER);
        form.open(kind);
    }
}
