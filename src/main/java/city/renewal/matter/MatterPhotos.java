package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.site.photo.PhotoIntake;
import city.renewal.site.photo.ReceivedPhoto;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Residents' photos. They show homes: workers see upright copies without what the camera wrote, nobody else any. */
public final class MatterPhotos {

    private static final int LONGEST_SIDE = 1_600;

    private final MatterDao dao;
    private final MatterRules rules;
    private final PhotoIntake intake;

    public MatterPhotos(Jdbi jdbi, MatterRules rules, PhotoIntake intake) {
        this.dao = jdbi.onDemand(MatterDao.class);
        this.rules = rules;
        this.intake = intake;
    }

    /** @return megabytes that a photo may have */
    public int megabytes() {
        return intake.limits().megabytes();
    }

    /** Stores a photo for a report that is being sent. @throws Refusal as {@link PhotoIntake#receive} */
    public ReceivedPhoto receive(InputStream content) {
        return intake.receive(content);
    }

    /**
     * @return a copy in a new file, which the caller removes; empty when there is none for this reader: a community
     *         worker or an administrator, in a dispute its handler alone
     */
    public Optional<Path> copy(Actor reader, long photoId) {
        if (!reader.is(Role.COMMUNITY, Role.ADMINISTRATOR)) {
            return Optional.empty();
        }
        return dao.photo(photoId)
                .filter(photo -> !rules.kind(photo.kind()).dispute()
                        || photo.workerId() != null && photo.workerId() == reader.accountId())
                .flatMap(photo -> intake.copy(photo.sha256(), photo.contentType(), LONGEST_SIDE));
    }
}
