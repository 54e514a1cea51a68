package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.site.photo.PhotoIntake;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Photos of matters, by residents and by firms that repair. They show homes: workers, and the people of the firm to which
 * the matter was given, see upright copies without what the camera wrote, nobody else any.
 */
public final class MatterPhotos {

    private static final int LONGEST_SIDE = 1_600;

    private final MatterDao dao;
    private final MatterRules rules;
    private final Repairs repairs;
    private final PhotoIntake intake;

    public MatterPhotos(Jdbi jdbi, MatterRules rules, Repairs repairs, PhotoIntake intake) {
        this.dao = jdbi.onDemand(MatterDao.class);
        this.rules = rules;
        this.repairs = repairs;
        this.intake = intake;
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
     * @return a copy in a new file, which the caller removes; empty when there is none for this reader: a community
     *         worker or an administrator, in a dispute its handler alone; an engineer of the firm that repairs
     */
    public Optional<Path> copy(Actor reader, long photoId) {
        if (!reader.is(Role.COMMUNITY, Role.ADMINISTRATOR) && !repairs.sees(reader, photoId)) {
            return Optional.empty();
        }
        return dao.photo(photoId)
                .filter(photo -> !rules.kind(photo.kind()).dispute()
                        || photo.workerId() != null && photo.workerId() == reader.accountId())
                .flatMap(photo -> intake.copy(photo.sha256(), photo.contentType(), LONGEST_SIDE));
    }
}
