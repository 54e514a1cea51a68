package city.renewal.base.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What the upload of one file says, in the reader's language. */
public final class UploadWords {

    private static final int MEGABYTE = 1 << 20;

    private static final int SHOWN_MILLIS = 10_000;

    private UploadWords() {
    }

    /**
     * Lets an upload take one file, and say in words why it does not take another.
     *
     * @param choose    what its button says
     * @param megabytes the most that the file may have
     */
    public static void say(Upload upload, String choose, int megabytes) {
        upload.setMaxFiles(1);
        // The component only drops such a file; nobody would learn why nothing happens.
        upload.addFileRejectedListener(rejected -> {
            Notification notice = new Notification(rejected.getErrorMessage(), SHOWN_MILLIS,
                    Notification.Position.BOTTOM_CENTER);
            notice.setAssertive(true);
            notice.open();
        });
        upload.setMaxFileSize(megabytes * MEGABYTE);
        String tooLarge = upload.getTranslation("upload.too-large", megabytes);
        String failed = upload.getTranslation("upload.failed");
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(choose))
                .setDropFiles(new UploadI18N.DropFiles().setOne(upload.getTranslation("import.drop")))
                .setError(new UploadI18N.Error().setFileIsTooBig(tooLarge)
                        .setTooManyFiles(upload.getTranslation("upload.one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(upload.getTranslation("upload.running"))
                                .setProcessing(upload.getTranslation("upload.running"))
                                .setStalled(upload.getTranslation("upload.stalled"))
                                .setHeld(upload.getTranslation("upload.stalled")))
                        .setError(new UploadI18N.Uploading.Error().setServerUnavailable(failed)
                                .setUnexpectedServerError(failed).setForbidden(failed).setFileTooLarge(tooLarge))));
    }
}
