package city.renewal.site.photo;

import city.renewal.base.DiskFiles;
import city.renewal.base.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way in for every photo, whoever sends it: its bytes are checked, its pixels counted, and it is on disk when it is
 * named. Who may send one is decided by those who ask.
 */
public final class PhotoIntake {

    private final PhotoFiles files;
    private final PhotoLimits limits;
    private final ZoneId zone;

    /** @param zone in which cameras are taken to be that do not say theirs */
    public PhotoIntake(PhotoFiles files, PhotoLimits limits, ZoneId zone) {
        this.files = files;
        this.limits = limits;
        this.zone = zone;
    }

    public PhotoLimits limits() {
        return limits;
    }

    /**
     * Stores a photo. Reads no further than the limit; the stream stays open.
     *
     * @throws Refusal when it is no picture of a kind that is taken, too large, damaged, or the disk takes no more;
     *                 nothing is kept then
     */
    public ReceivedPhoto receive(InputStream content) {
        try (Batch batch = batch()) {
            ReceivedPhoto photo = batch.add(content);
            batch.keep();
            return photo;
        }
    }

    /** Begins to take photos of which all are kept or none. */
    public Batch batch() {
        return new Batch();
    }

    /** Photos that are kept together. Closing removes what was not kept. For one thread. */
    public final class Batch implements AutoCloseable {

        private final List<PhotoFiles.Incoming> waiting = new ArrayList<>();

        private Batch() {
        }

        /** Checks a photo and lays it aside. Reads no further than the limit. @throws Refusal as {@link #receive} */
        public ReceivedPhoto add(InputStream content) {
            PhotoFiles.Incoming incoming = files.take(content, limits.megabytes());
            waiting.add(incoming);
            return checked(incoming);
        }

        /** Keeps all of them. @throws Refusal when the disk takes no more */
        public void keep() {
            waiting.forEach(files::keep);
            waiting.clear();
        }

        @Override
        public void close() {
            waiting.forEach(incoming -> DiskFiles.discard(incoming.file()));
        }
    }

    private ReceivedPhoto checked(PhotoFiles.Incoming incoming) {
        try {
            PhotoType type = PhotoType.of(incoming.file());
            Picture.Size size = Picture.size(incoming.file(), type);
            int most = Math.min(limits.megapixels(), type.mostMegapixels());
            if (size.pixels() > (long) most * PhotoLimits.MILLION) {
                throw new Refusal("photo.pixels", size.pixels() / PhotoLimits.MILLION, most);
            }
            return new ReceivedPhoto(incoming.sha256(), incoming.bytes(), type, size.width(), size.height(),
                    ExifReading.read(incoming.file(), type, zone));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Writes an upright JPEG copy without anything that the camera wrote.
     *
     * @param contentType of the photo as it came
     * @param longest     pixels of its longer side at most
     * @return a new file, which the caller removes; empty when the photo is not there or cannot be read
     */
    public Optional<Path> copy(String sha256, String contentType, int longest) {
        Path original = files.original(sha256);
        if (!Files.exists(original)) {
            return Optional.empty();
        }
        try {
            PhotoType type = PhotoType.byContentType(contentType);
            BufferedImage picture = Picture.read(original, type,
                    ExifReading.read(original, type, zone).orientation(), longest);
            Path copy = Files.createTempFile("photo", ".jpg");
            Picture.write(picture, copy);
            return Optional.of(copy);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
