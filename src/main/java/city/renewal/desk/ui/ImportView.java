package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.UploadWords;
import city.renewal.plan.interchange.ImportPreview;
import city.renewal.plan.interchange.PlanImports;
import city.renewal.plan.interchange.UnreadableFileException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import jakarta.annotation.security.RolesAllowed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings in a schedule that another tool made: upload, see what would come of it, then store it or leave it. */
@Route(value = "desk/import", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
public final class ImportView extends Main implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportView.class);

    /** The most that the setting import.megabytes allows; the reader refuses what is more than was set. */
    private static final int MEGABYTES = 1024;

    private final transient PlanImports imports;
    private final transient Messages messages;
    private final transient Executor readers = work -> Thread.ofVirtual().name("import").start(work);
    private final Actor actor = SignedIn.required();
    private final Upload upload;
    private final ProgressBar busy = new ProgressBar();
    private final Div result = new Div();

    ImportView(PlanImports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
        addClassNames("desk-page", "import-view");
        upload = new Upload(UploadHandler.toTempFile(this::read));
        UploadWords.say(upload, getTranslation("import.choose"), MEGABYTES);
        busy.setIndeterminate(true);
        busy.setVisible(false);
        result.addClassName("import-result");
        result.getElement().setAttribute("aria-live", "polite");
        add(new H1(getTranslation("import.title")), new Paragraph(getTranslation("import.text")), upload, busy, result);
    }

    /** Reads on a thread of its own: a slow file keeps neither the page nor its session waiting. */
    private void read(UploadMetadata metadata, File file) {
        UI ui = getUI().orElseThrow();
        ui.access(() -> {
            // What is found names the file; a list that kept it would let nobody choose the next one.
            upload.clearFileList();
            result.removeAll();
            busy.setVisible(true);
        });
        readers.execute(() -> {
            Supplier<Div> shown = outcome(metadata.fileName(), file);
            ui.access(() -> {
                busy.setVisible(false);
                result.removeAll();
                result.add(shown.get());
            });
        });
    }

    private Supplier<Div> outcome(String name, File file) {
        try {
            ImportPreview preview = imports.preview(file.toPath(), name);
            return () -> new ImportPreviewCard(imports, preview, actor, messages);
        } catch (UnreadableFileException unreadable) {
            return () -> refused(name, messages.text(getLocale(), unreadable.messageKey(),
                    unreadable.parameters().toArray()));
        } catch (Refusal refusal) {
            return () -> refused(name, refusal.in(messages, getLocale()));
        } catch (RuntimeException failed) {
            LOG.error("Failure while reading {}", name, failed);
            return () -> refused(name, getTranslation("import.failed"));
        } finally {
            delete(file);
        }
    }

    private static void delete(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException kept) {
            LOG.warn("The uploaded file {} could not be removed", file, kept);
        }
    }

    private Div refused(String name, String why) {
        Paragraph title = new Paragraph(getTranslation("import.refused", name));
        title.addClassName("import-refused");
        Div card = new Div(title, new Paragraph(why));
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("import.title");
    }
}
