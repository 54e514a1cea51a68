package city.renewal.plan;

import city.renewal.schedule.LinkType;

/** A dependency as a planner draws it; see {@link city.renewal.schedule.Link} for its parameters. */
public record LinkInput(
        long predecessorId,
        long successorId,
        LinkType linkType,
        int lagMinutes,
        boolean elapsedLag) {

    /** @return the stored link as it was drawn */
    public static LinkInput of(TaskLink link) {
        return new LinkInput(link.predecessorId(), link.successorId(), link.linkType(), link.lagMinutes(),
                link.elapsedLag());
    }

    TaskLink unstored() {
        return new TaskLink(0, predecessorId, successorId, linkType, lagMinutes, elapsedLag);
    }
}
