package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.UploadWords;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.Receipt;
import city.renewal.consent.RegisterSummary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters votes that came on paper, each with its scan. */
public final class PaperVoteCard extends DeskCard {

    private static final int MEGABYTES = 20;

    private final transient HouseholdRegister register;
    private final transient Ballots ballots;
    private final transient Runnable changed;
    private final Actor actor;
    private final long projectId;
    private final DoorFields whose;
    private final ItemChoice item = new ItemChoice();
    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>(getTranslation("vote.paper.choice"));
    private final Upload upload;
    private @Nullable String scan;

    /** @param changed called after a vote was stored */
    public PaperVoteCard(HouseholdRegister register, Ballots ballots, List<RegisterSummary> summary,
                         Actor actor, long projectId, Messages messages, Formats formats, Runnable changed) {
        super(messages.text(formats.locale(), "vote.paper.title"), messages);
        this.register = register;
        this.ballots = ballots;
        this.actor = actor;
        this.projectId = projectId;
        this.changed = changed;
        whose = new DoorFields(summary);
        ConsentWords words = new ConsentWords(formats);
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(words::choice);
        upload = new Upload(UploadHandler.inMemory((about, content) -> receive(content)));
        UploadWords.say(upload, getTranslation("vote.paper.scan"), MEGABYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "application/pdf");
        Button store = new Button(getTranslation("vote.paper.store"), click -> store());
        store.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph about = new Paragraph(getTranslation("vote.paper.about"));
        about.addClassName("secondary");
        add(about, whose, item, choice, upload, store);
    }

    /** @param open items that take votes */
    public void offer(List<ConsentItem> open) {
        item.offer(open);
    }

    /** Keeps the scan for the vote that is being entered. */
    void receive(byte[] content) {
        attempt(() -> {
            scan = ballots.receiveScan(actor, new ByteArrayInputStream(content));
            return getTranslation("vote.paper.kept");
        });
    }

    private void store() {
        attempt(() -> {
            if (item.getValue() == null || choice.getValue() == null) {
                throw new Refusal("vote.choice.missing");
            }
            if (scan == null) {
                throw new Refusal("vote.scan.missing");
            }
            Receipt receipt = ballots.castOnPaper(actor, whose.find(register, actor, projectId).id(),
                    item.getValue().id(), choice.getValue(), scan);
            scan = null;
            upload.clearFileList();
            choice.clear();
            whose.clearDoor();
            changed.run();
            return getTranslation("vote.paper.stored", ConsentWords.tag(receipt.tag()));
        });
    }
}
