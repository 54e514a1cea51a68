package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.UploadWords;
import city.renewal.matter.GridImport;
import city.renewal.matter.GridKind;
import city.renewal.matter.GridSample;
import city.renewal.matter.Grids;
import city.renewal.matter.MatterDesk;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.List;

/** The register of governance grids: how many there are, and a new one from a file. */
@Route(value = "desk/grids", layout = DeskLayout.class)
@RolesAllowed(Role.Names.ADMINISTRATOR)
@CssImport("./styles/matters.css")
public final class GridsView extends Main implements HasDynamicTitle {

    private final transient Grids grids;
    private final transient Messages messages;
    private final Actor actor = SignedIn.required();
    private final UnorderedList counts = new UnorderedList();
    private final Div outcome = new Div();

    GridsView(Grids grids, MatterDesk desk, Messages messages) {
        this.grids = grids;
        this.messages = messages;
        addClassNames("desk-page", "grids-page");
        counts.setId("grid-counts");
        outcome.setId("grid-outcome");
        outcome.getElement().setAttribute("role", "status");
        Upload upload = new Upload(UploadHandler.inMemory((metadata, content) -> take(content)));
        UploadWords.say(upload, getTranslation("grid.choose"), Grids.LARGEST_FILE >> 20);
        Anchor sample = new Anchor(DownloadHandler.fromInputStream(event -> {
            byte[] csv = GridSample.PUBLISHED.csv(desk.workers().stream().map(MatterDesk.Worker::login).toList());
            return new DownloadResponse(new ByteArrayInputStream(csv), "grids-sample.csv", "text/csv", csv.length);
        }), getTranslation("grid.sample", GridSample.PUBLISHED.full(), GridSample.PUBLISHED.micro(),
                GridSample.PUBLISHED.dedicated()));
        add(new H1(getTranslation("grid.title")), new Paragraph(getTranslation("grid.about")), counts, upload, outcome,
                sample);
        show();
    }

    private void take(byte[] content) {
        outcome.removeAll();
        try {
            GridImport taken = grids.take(actor, new ByteArrayInputStream(content), false);
            if (taken.done()) {
                outcome.add(new Paragraph(getTranslation("grid.taken",
                        taken.grids().getOrDefault(GridKind.FULL, 0), taken.grids().getOrDefault(GridKind.MICRO, 0),
                        taken.grids().getOrDefault(GridKind.DEDICATED, 0), taken.retired())));
            } else {
                UnorderedList faults = new UnorderedList();
                faults.addClassName("grid-faults");
                taken.faults().forEach(fault -> faults.add(new ListItem(fault.in(messages, getLocale()))));
                outcome.add(new Paragraph(getTranslation("grid.refused", taken.faults().size())), faults);
            }
        } catch (Refusal refused) {
            outcome.add(new Paragraph(refused.in(messages, getLocale())));
        }
        show();
    }

    private void show() {
        counts.removeAll();
        List<Grids.Count> found = grids.counts();
        found.forEach(count -> counts.add(new ListItem(getTranslation("grid.count",
                count.kind().name(messages, getLocale()), count.grids(), count.workless()))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("grid.title");
    }
}
