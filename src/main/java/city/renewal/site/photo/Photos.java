package city.renewal.site.photo;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Photos of site reports and of findings. Bytes are on disk before the row that names them, and both before success is answered.
 * What came is kept as it came and is for staff alone; everybody sees copies, of confirmed reports of public projects.
 * Photos of findings are for staff alone in every form.
 */
public final class Photos {

    /** Photos that a report may have. */
    public static final int MOST = 50;

    private final Jdbi jdbi;
    private final PhotoDao dao;
    private final PhotoFiles files;
    private final PhotoCopies copies;
    private final PhotoIntake intake;
    private final SiteReports reports;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    /** @param clock in the zone in which cameras are taken to be that do not say theirs */
    public Photos(Jdbi jdbi, PhotoFiles files, PhotoCopies copies, PhotoIntake intake, SiteReports reports,
                  AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(PhotoDao.class);
        this.files = files;
        this.copies = copies;
        this.intake = intake;
        this.reports = reports;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    public PhotoLimits limits() {
        return intake.limits();
    }

    /**
     * Stores a photo that belongs to nothing yet. Reads no further than the limit; the stream stays open.
     *
     * @throws Refusal when the actor may neither report nor raise findings, or it is no picture of a kind that is taken, too large, damaged,
     *                 or the disk takes no more; nothing is kept then
     */
    public ReceivedPhoto receive(Actor actor, InputStream content) {
        actor.require(Role.ENGINEER, Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR);
        return intake.receive(content);
    }

    /**
     * Adds a received photo to a report. The same photo added to it again is answered and counts once.
     *
     * @throws Refusal when the report is another author's, has been decided or has {@link #MOST} photos, or the
     *                 photo's bytes are not there
     */
    public Photo attach(Actor actor, long reportId, ReceivedPhoto received, PhotoStage stage) {
        SiteReport report = mayAdd(actor, reportId);
        requireThere(received);
        Photo stored = jdbi.inTransaction(handle -> {
            Optional<Photo> sent = dao.inReport(reportId, received.sha256());
            if (sent.isPresent()) {
                return sent.get();
            }
            if (dao.lockWaiting(reportId) == 0) {
                throw new Refusal("photo.decided");
            }
            if (dao.countInReport(reportId) >= MOST) {
                throw new Refusal("photo.many", MOST);
            }
            long id = dao.add(reportId, null, received, received.evidence(), received.type().contentType(), stage,
                    actor.accountId(), OffsetDateTime.now(clock));
            audit.record(actor, "photo.add", "report:" + reportId, null, received.sha256());
            return dao.byId(id).orElseThrow();
        });
        feed.publish(new ProjectChange(report.projectId(), actor.name(), Set.of(report.taskId())));
        copies.wake();
        return stored;
    }

    /**
     * Takes over a photo of a report that came with its decision, as the report's author sent it; without an entry in the
     * audit trail, as the report. The copies are made once the transaction is committed.
     *
     * @throws Refusal when the actor is no administrator, or the photo's bytes are not there
     */
    public void takeOver(Actor actor, SiteReport report, ReceivedPhoto received, PhotoStage stage) {
        actor.require(Role.ADMINISTRATOR);
        requireThere(received);
        jdbi.useTransaction(handle -> {
            dao.add(report.id(), null, received, received.evidence(), received.type().contentType(), stage,
                    report.authorId(), report.reportedAt());
            handle.afterCommit(copies::wake);
        });
    }

    private void requireThere(ReceivedPhoto received) {
        if (!Files.exists(files.original(received.sha256()))) {
            throw new Refusal("photo.gone");
        }
    }

    /**
     * Adds received photos to a step of a finding that its service stores, inside that transaction; the copies are made
     * once it is committed. Equal ones count once. Who may take the step is for the caller to ask.
     *
     * @throws Refusal when a photo's bytes are not there
     */
    public void addToStep(Actor actor, long stepId, Collection<ReceivedPhoto> taken, PhotoStage stage,
                          OffsetDateTime at) {
        Map<String, ReceivedPhoto> once = new LinkedHashMap<>();
        taken.forEach(photo -> once.putIfAbsent(photo.sha256(), photo));
        jdbi.useTransaction(handle -> {
            for (ReceivedPhoto photo : once.values()) {
                requireThere(photo);
                dao.add(null, stepId, photo, photo.evidence(), photo.type().contentType(), stage, actor.accountId(), at);
            }
            handle.afterCommit(copies::wake);
        });
    }

    /** Receives a photo and adds it to a report; what would refuse the one is asked before the bytes are read. */
    public Photo add(Actor actor, long reportId, PhotoStage stage, InputStream content) {
        SiteReport report = mayAdd(actor, reportId);
        if (report.state() != ReportState.SUBMITTED) {
            throw new Refusal("photo.decided");
        }
        return attach(actor, reportId, receive(actor, content), stage);
    }

    /**
     * Asks before the bytes are sent once more, also when the report has been decided since.
     *
     * @param sha256 of the file, in hexadecimal digits
     * @return the report's photo of this content, if it is there
     */
    public Optional<Photo> sent(Actor actor, long reportId, String sha256) {
        mayAdd(actor, reportId);
        return dao.inReport(reportId, sha256);
    }

    private SiteReport mayAdd(Actor actor, long reportId) {
        actor.require(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR);
        SiteReport report = reports.get(reportId);
        if (report.authorId() != actor.accountId() && !actor.is(Role.PLANNER, Role.ADMINISTRATOR)) {
            throw new Refusal("photo.foreign");
        }
        return report;
    }

    /** @return the photos of reports by report, for staff; one statement */
    public Map<Long, List<Photo>> ofReports(Collection<Long> reportIds) {
        return reportIds.isEmpty() ? Map.of()
                : dao.ofReports(reportIds).stream().collect(Collectors.groupingBy(Photo::reportId));
    }

    /** @return the photos of a finding by step, for staff; one statement */
    public Map<Long, List<Photo>> ofFinding(long findingId) {
        return dao.ofFinding(findingId).stream().collect(Collectors.groupingBy(Photo::stepId));
    }

    /** @return by photo of the finding, where the same or nearly the same photo is used too; one statement */
    public Map<Long, List<PhotoMatch>> matchesOfFinding(long findingId) {
        return dao.matchesOfFinding(findingId).stream().collect(Collectors.groupingBy(PhotoMatch::photoId));
    }

    /** @return by photo of these reports, where the same or nearly the same photo is used too; one statement */
    public Map<Long, List<PhotoMatch>> matches(Collection<Long> reportIds) {
        return reportIds.isEmpty() ? Map.of()
                : dao.matches(reportIds).stream().collect(Collectors.groupingBy(PhotoMatch::photoId));
    }

    /** @return what everybody may see of the confirmed ones among these reports, by report; one statement */
    public Map<Long, List<PublicPhoto>> confirmedOf(Collection<Long> reportIds) {
        return reportIds.isEmpty() ? Map.of()
                : dao.confirmedOf(reportIds).stream().collect(Collectors.groupingBy(PublicPhoto::reportId));
    }

    /** A file to be sent to a reader. */
    public record Shown(Path file, String contentType, String tag, boolean open) {
    }

    /**
     * @param reader null for somebody who has not signed in
     * @return the copy, or empty when there is none for this reader; one that was lost is being made then
     */
    public Optional<Shown> copy(long photoId, PhotoCopy copy, @Nullable Actor reader) {
        boolean open = dao.open(photoId);
        if (!open && reader == null) {
            return Optional.empty();
        }
        Path file = files.copy(photoId, copy);
        if (!Files.exists(file)) {
            copies.makeAnew(photoId);
            return Optional.empty();
        }
        return Optional.of(new Shown(file, PhotoType.JPEG.contentType(), photoId + copy.fileName(), open));
    }

    /** @return the bytes as they came, for staff; empty when there is no such photo */
    public Optional<Shown> original(long photoId) {
        return dao.byId(photoId).map(photo ->
                new Shown(files.original(photo.sha256()), photo.contentType(), photo.sha256(), false));
    }
}
