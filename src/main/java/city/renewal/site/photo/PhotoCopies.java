package city.renewal.site.photo;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.ProjectChange;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the copies that people look at and compares each photo with those of other reports and findings, one photo at a time on a
 * thread of its own. The queue is the table: however many photos come at once, one is in memory, and what was waiting
 * when the program ended is done after the next start.
 */
public final class PhotoCopies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoCopies.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int BANDS = 8;
    /** Below every id: HSQLDB counts from 0. */
    private static final long BEFORE_ALL = -1;
    private static final int STOP_SECONDS = 10;

    private final Jdbi jdbi;
    private final PhotoDao dao;
    private final PhotoFiles files;
    private final ChangeFeed feed;
    private final Messages messages;
    private final ZoneId zone;
    private final ExecutorService worker;
    /** Used by the worker alone; the font is read when the first stamp is drawn. */
    private @Nullable Stamp stamp;

    /** @param zone in which stamps say the time */
    public PhotoCopies(Jdbi jdbi, PhotoFiles files, ChangeFeed feed, Messages messages, ZoneId zone) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(PhotoDao.class);
        this.files = files;
        this.feed = feed;
        this.messages = messages;
        this.zone = zone;
        // One thread that goes away when there is nothing to do.
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "photo-copies");
            thread.setDaemon(true);
            return thread;
        });
        one.allowCoreThreadTimeOut(true);
        worker = one;
    }

    /** Takes up what was left when the program last ended. Call once, before photos are taken. */
    public void start() {
        files.removeLeftovers();
        wake();
    }

    /** Has the worker look for photos that wait; returns at once. */
    void wake() {
        if (!worker.isShutdown()) {
            worker.execute(this::work);
        }
    }

    /** Has a photo's copies made once more. */
    void makeAnew(long photoId) {
        dao.askAnew(photoId);
        wake();
    }

    /** One that fails for a reason that may pass, such as a full disk, waits for the next call and keeps nobody up. */
    private void work() {
        long last = BEFORE_ALL;
        try {
            for (Optional<PhotoDao.Work> next = dao.nextReceived(last); next.isPresent() && !worker.isShutdown();
                    next = dao.nextReceived(last)) {
                last = next.get().id();
                make(next.get());
            }
        } catch (RuntimeException failed) {
            LOG.error("Copies of photo {} could not be made; the next photo or start tries again", last, failed);
        }
    }

    private void make(PhotoDao.Work photo) {
        BufferedImage picture;
        try {
            picture = decode(photo);
        } catch (IOException | RuntimeException damaged) {
            LOG.info("Photo {} cannot be decoded: {}", photo.id(), damaged.toString());
            dao.finish(photo.id(), PhotoState.UNREADABLE, null);
            publish(photo);
            return;
        }
        try {
            long hash = PerceptualHash.of(picture);
            write(Picture.smaller(picture, PhotoCopy.THUMBNAIL.longest()), photo.id(), PhotoCopy.THUMBNAIL);
            stamp().draw(picture, lines(photo));
            write(picture, photo.id(), PhotoCopy.STAMPED);
            jdbi.useTransaction(handle -> compare(photo, hash));
            publish(photo);
        } catch (IOException failed) {
            LOG.warn("Copies of photo {} could not be written; the next photo or start tries again", photo.id(), failed);
        }
    }

    private BufferedImage decode(PhotoDao.Work photo) throws IOException {
        Path file = files.original(photo.sha256());
        PhotoType type = PhotoType.byContentType(photo.contentType());
        int orientation = ExifReading.read(file, type, zone).orientation();
        return Picture.read(file, type, orientation, PhotoCopy.STAMPED.longest());
    }

    private Stamp stamp() throws IOException {
        if (stamp == null) {
            stamp = new Stamp();
        }
        return stamp;
    }

    private List<String> lines(PhotoDao.Work photo) {
        String time = photo.takenAt() == null
                ? photo.reportOn().toString()
                : MOMENT.format(LocalDateTime.ofInstant(photo.takenAt().toInstant(), zone));
        String finding = photo.findingId() == null ? null : stamped("photo.stamp.finding", photo.findingId().toString());
        return List.of(
                time + " · " + photo.projectName(),
                Stream.of(finding, photo.placeName(), photo.taskName(),
                                photo.demonstration() ? stamped("photo.stamp.demonstration") : null)
                        .filter(word -> word != null)
                        .reduce((one, other) -> one + " · " + other)
                        .orElseThrow());
    }

    private String stamped(String key, Object... parameters) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, key, parameters);
    }

    private void write(BufferedImage picture, long photoId, PhotoCopy copy) throws IOException {
        Path unfinished = files.unfinishedCopy(photoId, copy);
        Picture.write(picture, unfinished);
        files.replace(unfinished, photoId, copy);
    }

    private void compare(PhotoDao.Work photo, long hash) {
        dao.finish(photo.id(), PhotoState.READY, hash);
        dao.removeBands(photo.id());
        if (PerceptualHash.tells(hash)) {
            dao.addBands(photo.id(), IntStream.range(0, BANDS)
                    .mapToObj(band -> new PhotoDao.Band(band, PerceptualHash.band(hash, band))).toList());
        }
        dao.removeMatches(photo.id());
        dao.addMatches(photo.id(), dao.candidates(photo.id()).stream()
                .map(other -> match(photo, hash, other))
                .filter(match -> match.sameBytes() || match.distance() <= PerceptualHash.NEAR)
                .toList());
    }

    private static PhotoDao.Match match(PhotoDao.Work photo, long hash, PhotoDao.Candidate other) {
        boolean same = other.sha256().equals(photo.sha256());
        int distance = same ? 0 : other.perceptualHash() == null
                ? Integer.MAX_VALUE
                : PerceptualHash.distance(hash, other.perceptualHash());
        return new PhotoDao.Match(other.id(), same, distance);
    }

    /** Returns when everything asked for so far has been made. */
    void finish() {
        try {
            worker.submit(() -> { }).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void publish(PhotoDao.Work photo) {
        feed.publish(new ProjectChange(photo.projectId(), "",
                photo.taskId() == null ? Set.of() : Set.of(photo.taskId())));
    }

    /** Lets the photo at hand be finished; what still waits is done after the next start. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A photo's copies were not finished; the next start makes them");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
