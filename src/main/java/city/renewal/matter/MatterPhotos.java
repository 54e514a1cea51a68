package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.site.photo.PhotoIntake;
import city.renewal.site.photo.ReceivedPhoto;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Photos of matters, by residents and by firms that repair. They show homes: the handler of a matter, and the people of
 * the firm to which it was given, see upright copies without what the camera wrote, nobody else any, and the audit trail
 * says who looked at which. What a firm sends is for all workers.
 */
public final class MatterPhotos {

    private static final int LONGEST_SIDE = 1_600;

    private final MatterDao dao;
    private final Repairs repairs;
    private final PhotoIntake intake;
    private final AuditTrail audit;

    public MatterPhotos(Jdbi jdbi, Repairs repairs, PhotoIntake intake, AuditTrail audit) {
        this.dao = jdbi.onDemand(MatterDao.class);
        this.repairs = repairs;
        this.intake = intake;
        this.audit = audit;
    }

    /** @return megabytes that a photo may have */
    public int megabytes() {
        return intake.limits().megabytes();
    }

    /** Stores a photo that a firm sends. @throws Refusal as {@link PhotoIntake#receive} */
    public ReceivedPhoto receive(InputStream content) {
        return intake.receive(content);
    }

    /** Begins to take the photos of a report that is being sent. */
    public PhotoIntake.Batch batch() {
        return intake.batch();
    }

    /**
     * Opens a photo for the handler of its matter or an engineer of the firm that repairs, with an entry in the audit trail.
     *
     * @return a copy in a new file, which the caller removes; empty when there is none for this reader
     */
    public Optional<Path> copy(Actor reader, long photoId) {
        Optional<MatterDao.PhotoFile> own = dao.photo(photoId).filter(photo -> repairs.sees(reader, photoId)
                || photo.firms() && reader.is(Role.COMMUNITY, Role.ADMINISTRATOR)
                || reader.is(Role.COMMUNITY) && photo.workerId() != null && photo.workerId() == reader.accountId());
        own.ifPresent(photo -> audit.record(reader, "matter.photo", "matter:" + photo.number(), null,
                String.valueOf(photoId)));
        return own.flatMap(photo -> intake.copy(photo.sha256(), photo.contentType(), LONGEST_SIDE));
    }
}
