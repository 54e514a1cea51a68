package city.renewal.site.photo.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.UploadWords;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Photos for a report or a step of a finding that is being written. Each is stored when it is chosen and belongs to
 * nothing until {@link #attachTo} or the step that takes what was {@link #received}.
 */
public final class PhotoField extends Div {

    private final transient Photos photos;
    private final transient Messages messages;
    private final Actor actor;
    private final Upload upload;
    private final Select<PhotoStage> stage = new Select<>();
    private final Div refusals = new Div();
    private final transient List<Chosen> received = new ArrayList<>();

    /** @param name of the file, as the browser lists it */
    private record Chosen(String name, ReceivedPhoto photo) {
    }

    /** For a report: asks which part of the work the photos show. */
    public PhotoField(Photos photos, Messages messages, Actor actor) {
        this(photos, messages, actor, Photos.MOST);
        addComponentAsFirst(stage);
    }

    /** Without asking what the photos show. @param most photos that may be chosen */
    public PhotoField(Photos photos, Messages messages, Actor actor, int most) {
        this.photos = photos;
        this.messages = messages;
        this.actor = actor;
        addClassName("photo-field");
        upload = new Upload(this::receive);
        UploadWords.say(upload, getTranslation("photo.choose"), photos.limits().megabytes());
        upload.setMaxFiles(most);
        upload.getI18n().getAddFiles().setMany(getTranslation("photo.choose"));
        upload.getI18n().getDropFiles().setMany(getTranslation("import.drop"));
        upload.setI18n(upload.getI18n());
        // Without HEIC in the list, phones that take it convert to JPEG by themselves.
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/webp");
        stage.setLabel(getTranslation("photo.stage"));
        stage.setItems(PhotoStage.values());
        stage.setItemLabelGenerator(each -> getTranslation("photo.stage." + each.name().toLowerCase(Locale.ROOT)));
        stage.setValue(PhotoStage.DURING);
        refusals.getElement().setAttribute("role", "alert");
        upload.addFileRemovedListener(removed -> forget(removed.getFileName()));
        add(upload, refusals);
    }

    /** On the request's thread, without the session: a slow line keeps nobody's page waiting. */
    private void receive(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream()) {
            ReceivedPhoto photo = photos.receive(actor, content);
            String name = event.getFileName();
            event.getUI().access(() -> received.add(new Chosen(name, photo)));
        } catch (Refusal refused) {
            String name = event.getFileName();
            event.getUI().access(() -> refusals.add(new Paragraph(
                    getTranslation("photo.refused", name, refused.in(messages, getLocale())))));
            event.reject();
        }
    }

    /** Adds what was received to the report. @throws Refusal as {@link Photos#attach}; trying again is harmless */
    public void attachTo(long reportId) {
        received().forEach(photo -> photos.attach(actor, reportId, photo, stage.getValue()));
    }

    /** What the person takes off the list is not sent; of files of one name, the one chosen last. */
    private void forget(String name) {
        for (int i = received.size() - 1; i >= 0; i--) {
            if (received.get(i).name().equals(name)) {
                received.remove(i);
                return;
            }
        }
    }

    /** @return what was chosen and stored so far, in that order */
    public List<ReceivedPhoto> received() {
        return received.stream().map(Chosen::photo).toList();
    }

    /** @return whether a photo is still on its way */
    public boolean uploading() {
        return upload.isUploading();
    }

    /** Says at the field what is wrong; an empty text takes it away. */
    public void say(String wrong) {
        refusals.removeAll();
        if (!wrong.isEmpty()) {
            refusals.add(new Paragraph(wrong));
        }
    }

    public void clear() {
        received.clear();
        refusals.removeAll();
        upload.clearFileList();
    }
}
