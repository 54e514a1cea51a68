package city.renewal.plan;

import city.renewal.base.Refusal;
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

    /**
     * @param linkId the id that the link has in this reading of the plan
     * @throws Refusal when the plan has no such link
     */
    public static LinkInput in(PlanSnapshot plan, long linkId) {
        return plan.links().stream()
                .filter(link -> link.id() == linkId)
                .findFirst()
                .map(LinkInput::of)
                .orElseThrow(() -> new Refusal("plan.link.gone"));
    }

    TaskLink unstored() {
        return new TaskLink(0, predecessorId, successorId, linkType, lagMinutes, elapsedLag);
    }
}
