package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.UploadWords;
import city.renewal.matter.ui.MatterStepForm;
import city.renewal.project.handover.HandoverPaper;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.NewPaper;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** Asks for what papers need, each in a dialog that stays open when the service refuses. */
final class HandoverPaperForms {

    private final HandoverPapers papers;
    private final Actor actor;
    private final Messages messages;
    private final WarrantyWords words;
    private final Runnable done;

    /** @param done called once something was done */
    HandoverPaperForms(HandoverPapers papers, Actor actor, Messages messages, WarrantyWords words, Runnable done) {
        this.papers = papers;
        this.actor = actor;
        this.messages = messages;
        this.words = words;
        this.done = done;
    }

    private MatterStepForm form(String title, String help, Runnable send) {
        return new MatterStepForm(messages, words::text, title, help, send, done);
    }

    /** What the browser sent, until it is put. */
    private static final class Received {

        private @Nullable String name;
        private byte[] content = new byte[0];

        private void take(String fileName, byte[] sent) {
            name = fileName;
            content = sent;
        }

        private String fileName() {
            if (name == null) {
                throw new Refusal("handover.paper.file.missing");
            }
            return name;
        }
    }

    void put(NewPaper record) {
        TextField title = new TextField(words.text("handover.paper.name"));
        title.setMaxLength(HandoverPapers.LONGEST_TITLE);
        title.setHelperText(words.text("handover.paper.name.help"));
        title.setId("paper-title");
        Received received = new Received();
        Upload upload = new Upload(UploadHandler.inMemory((about, content) ->
                received.take(about.fileName(), content)));
        UploadWords.say(upload, words.text("handover.paper.choose"), HandoverPapers.MEGABYTES);
        upload.setAcceptedFileTypes("application/pdf", "image/jpeg", "image/png");
        upload.setId("paper-file");
        MatterStepForm form = form("handover.paper.put", "handover.paper.put.help", () -> papers.put(actor,
                new NewPaper(record.acceptanceId(), record.handoverId(), title.getValue(), received.fileName()),
                new ByteArrayInputStream(received.content)));
        form.with(title);
        form.with(upload);
        form.open(title);
    }

    void open(HandoverPaper paper) {
        Checkbox covered = new Checkbox(words.text("handover.paper.covered"));
        covered.setId("paper-covered");
        MatterStepForm form = form("handover.paper.open", "handover.paper.open.help",
                () -> papers.open(actor, paper.id(), covered.getValue()));
        form.with(name(paper));
        form.with(covered);
        form.open(covered);
    }

    void close(HandoverPaper paper) {
        MatterStepForm form = form("handover.paper.close", "handover.paper.close.help",
                () -> papers.close(actor, paper.id()));
        form.with(name(paper));
        form.open();
    }

    void withdraw(HandoverPaper paper) {
        TextArea[] why = new TextArea[1];
        MatterStepForm form = form("handover.paper.withdraw", "handover.paper.withdraw.help",
                () -> papers.withdraw(actor, paper.id(), why[0].getValue()));
        form.with(name(paper));
        why[0] = form.text("paper-why", words.text("handover.why"), Warranties.LONGEST_WHY);
        form.open(why[0]);
    }

    private Span name(HandoverPaper paper) {
        Span name = new Span(words.formats().name(paper.title()));
        name.addClassName("warranty-what");
        return name;
    }
}
