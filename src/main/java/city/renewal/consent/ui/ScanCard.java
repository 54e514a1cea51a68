package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DeskCard;
import city.renewal.consent.Ballots;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.RegisterSummary;
import city.renewal.consent.VoteScan;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Opens the scan of one household's vote on paper, so that what was entered can be compared with it. */
public final class ScanCard extends DeskCard {

    private final transient HouseholdRegister register;
    private final transient Ballots ballots;
    private final Actor actor;
    private final long projectId;
    private final DoorFields whose;
    private final ItemChoice item = new ItemChoice();
    private final Div scan = new Div();

    public ScanCard(HouseholdRegister register, Ballots ballots, List<RegisterSummary> summary, Actor actor,
                    long projectId, Messages messages, Formats formats) {
        super(messages.text(formats.locale(), "vote.scan.title"), messages);
        this.register = register;
        this.ballots = ballots;
        this.actor = actor;
        this.projectId = projectId;
        whose = new DoorFields(summary);
        Paragraph about = new Paragraph(getTranslation("vote.scan.about"));
        about.addClassName("secondary");
        scan.setId("scan");
        add(about, whose, item, new Button(getTranslation("vote.scan.open"), click -> open()), scan);
    }

    /** @param items that are or were open */
    public void offer(List<ConsentItem> items) {
        item.offer(items);
    }

    private void open() {
        scan.removeAll();
        attempt(() -> {
            if (item.getValue() == null) {
                throw new Refusal("vote.scan.item");
            }
            show(ballots.openScan(actor, whose.find(register, actor, projectId).id(), item.getValue().id()));
            return getTranslation("vote.scan.opened");
        });
    }

    private void show(VoteScan opened) {
        DownloadHandler file = DownloadHandler.fromInputStream(asked -> new DownloadResponse(
                new ByteArrayInputStream(opened.content()), "vote", opened.type(), opened.content().length));
        if (opened.picture()) {
            Image picture = new Image(file, getTranslation("vote.scan.title"));
            picture.setMaxWidth("100%");
            scan.add(picture);
        } else {
            scan.add(new Anchor(file, getTranslation("vote.scan.download")));
        }
    }
}
