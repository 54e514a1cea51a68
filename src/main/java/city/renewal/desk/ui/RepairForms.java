package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.matter.Repairs;
import city.renewal.matter.ui.MatterStepForm;
import city.renewal.matter.ui.MatterWords;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoField;
import com.vaadin.flow.component.textfield.TextArea;

/** Asks a firm for what it says to the handler, each in a dialog that stays open when the service refuses. */
final class RepairForms {

    private final Repairs repairs;
    private final Photos photos;
    private final Actor actor;
    private final String number;
    private final Messages messages;
    private final MatterWords words;
    private final Runnable done;

    /** @param done called once something was said */
    RepairForms(Repairs repairs, Photos photos, Actor actor, String number, Messages messages, MatterWords words,
                Runnable done) {
        this.repairs = repairs;
        this.photos = photos;
        this.actor = actor;
        this.number = number;
        this.messages = messages;
        this.words = words;
        this.done = done;
    }

    private MatterStepForm form(String title, String help, Runnable send) {
        return new MatterStepForm(messages, words::text, title, help, send, done);
    }

    void plan() {
        DateField day = day("repair.plan.day");
        TextArea[] says = new TextArea[1];
        MatterStepForm form = form("repair.plan", "repair.plan.help",
                () -> repairs.plan(actor, number, day.day(), says[0].getValue()));
        form.with(day);
        says[0] = form.text("repair-says", words.text("repair.plan.says"), Repairs.LONGEST_WORD);
        form.open(day);
    }

    void mended() {
        DateField day = day("repair.mended.day");
        PhotoField taken = new PhotoField(photos, messages, actor, Repairs.MOST_PHOTOS);
        TextArea[] says = new TextArea[1];
        MatterStepForm form = form("repair.mended", "repair.mended.help", () -> {
            if (taken.uploading()) {
                throw new Refusal("finding.photo.uploading");
            }
            repairs.mended(actor, number, day.day(), says[0].getValue(), taken.received());
        });
        form.with(day);
        says[0] = form.text("repair-says", words.text("repair.mended.says"), Repairs.LONGEST_WORD);
        form.with(taken);
        form.open(day);
    }

    void refuse() {
        TextArea[] says = new TextArea[1];
        MatterStepForm form = form("repair.refuse", "repair.refuse.help",
                () -> repairs.refuse(actor, number, says[0].getValue()));
        says[0] = form.text("repair-says", words.text("handover.why"), Repairs.LONGEST_WORD);
        form.open(says[0]);
    }

    private DateField day(String key) {
        DateField day = new DateField(words.text(key), words.formats().locale());
        day.setValue(words.formats().today());
        return day;
    }
}
