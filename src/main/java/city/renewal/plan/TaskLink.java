package city.renewal.plan;

import city.renewal.schedule.Link;
import city.renewal.schedule.LinkType;

/** A stored dependency; see {@link Link} for its parameters. */
public record TaskLink(
        long id,
        long predecessorId,
        long successorId,
        LinkType linkType,
        int lagMinutes,
        boolean elapsedLag) {

    public boolean finishToStart() {
        return linkType == LinkType.FINISH_TO_START;
    }

    Link toLink() {
        return new Link(predecessorId, successorId, linkType, lagMinutes, elapsedLag);
    }
}
