package city.renewal.notice;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.notice.NoticeRefusal.Field;
import city.renewal.plan.Plans;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Notices to residents. What was published is never changed: another time and a cancellation are versions of their own,
 * and the time as first published stays readable beside them. Planners, administrators and the project's engineers write;
 * everybody who may see a project reads. Every change is news of its project on the {@link ChangeFeed}, after it is committed.
 */
public final class Notices {

    /** Who may publish, move and cancel. */
    private static final Role[] WRITERS = {Role.PLANNER, Role.ENGINEER, Role.ADMINISTRATOR};

    private final Jdbi jdbi;
    private final ProjectPeople people;
    private final NoticeDao dao;
    private final NoticeRules rules;
    private final NoticeChecks checks;
    private final Projects projects;
    private final Plans plans;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;
    private final ZoneId zone;

    /** @param clock in the zone in which times are written and read */
    public Notices(Jdbi jdbi, ProjectPeople people, NoticeRules rules, Projects projects, Plans plans,
                   AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.people = people;
        this.dao = jdbi.onDemand(NoticeDao.class);
        this.rules = rules;
        this.zone = clock.getZone();
        this.checks = new NoticeChecks(rules, zone);
        this.projects = projects;
        this.plans = plans;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return whether the person may publish, move and cancel notices */
    public static boolean mayWrite(Actor actor) {
        return actor.is(WRITERS);
    }

    /**
     * @return in one statement what residents of the project read: what is valid and to come, and what was cancelled
     *         while its time is not over
     */
    public ProjectNotices ofProject(long projectId) {
        OffsetDateTime now = now();
        return new ProjectNotices(NoticeRow.notices(dao.notOver(projectId, now), rules), now);
    }

    /**
     * @param first   first day in the console's zone
     * @param last    last day
     * @param project code of a project, null for all
     * @return in one statement what holds on one of the days, or held by what was first published, in every state
     */
    public List<Notice> between(LocalDate first, LocalDate last, @Nullable String project) {
        return NoticeRow.notices(dao.between(midnight(first), midnight(last.plusDays(1)), project), rules);
    }

    public Optional<Notice> find(long id) {
        return NoticeRow.notices(dao.find(id), rules).stream().findFirst();
    }

    /** @return everything that the notice ever said, as first published first */
    public List<NoticeVersion> versions(long id) {
        return dao.versions(id);
    }

    /**
     * Says what is to be minded while a notice is written. What is not filled in yet is passed over, and nothing is
     * refused. At most one statement.
     *
     * @param notice the notice as written so far
     * @param moved  the notice that is given this time, null for a new one
     */
    public NoticeAdvice advise(NewNotice notice, @Nullable Notice moved) {
        NoticeKind kind = rules.find(notice.kind()).orElse(null);
        if (kind == null || notice.from() == null) {
            return NoticeAdvice.NONE;
        }
        boolean timed = notice.to() != null && checks.inReach(notice.from(), notice.to(), now());
        NoticeSpan span = checks.span(notice.from(), timed ? Objects.requireNonNull(notice.to())
                : notice.from().plusMinutes(1), notice.daily());
        OffsetDateTime begin = moved == null ? span.from() : span.beginsAnew(moved.span(), zone).orElse(null);
        OffsetDateTime due = begin == null ? null : checks.due(kind, begin);
        return new NoticeAdvice(due == null ? null : kind.lead(), due, checks.late(due, now()),
                checks.night(kind, span), timed && kind.cut() && notice.project() != null ? clashes(notice, span, moved) : List.of());
    }

    private List<Notice> clashes(NewNotice notice, NoticeSpan span, @Nullable Notice moved) {
        List<LocalDate> days = span.days(zone).toList();
        Outage outage = new Outage(span, notice.targets().stream()
                .map(target -> new NoticePlace(target.code(), new Words(target.code(), null), target.stairwell()))
                .toList());
        return between(days.getFirst(), days.getLast(), notice.project()).stream()
                .filter(each -> each.cuts() && (moved == null || each.id() != moved.id()))
                .filter(each -> outage.meets(each.outage(), zone) != null)
                .toList();
    }

    /**
     * Publishes a notice; residents read it at once.
     *
     * @throws NoticeRefusal when a field will not do: unknown, missing, too long, in the past, out of order, later than
     *                       {@link NewNotice#HORIZON_DAYS} ahead, late without a reason, at night without a permit
     * @throws Refusal       when the actor may not write notices, or not of this project
     */
    public Notice publish(Actor actor, NewNotice made) {
        actor.require(WRITERS);
        OffsetDateTime now = now();
        NoticeKind kind = checks.kind(made.kind());
        Project project = Optional.ofNullable(made.project()).flatMap(projects::find)
                .orElseThrow(() -> made.project() == null
                        ? new NoticeRefusal(Field.PROJECT, "notice.project.missing")
                        : new NoticeRefusal(Field.PROJECT, "project.unknown", made.project()));
        people.require(actor, project.id());
        Map<String, Place> places = checks.places(made.targets(), projects.places(project.id()));
        NoticeSpan span = checks.span(made.from(), made.to(), made.daily(), now);
        checks.texts(made);
        checks.permit(kind, span, made.permit());
        OffsetDateTime due = checks.due(kind, span.from());
        boolean late = checks.late(due, now);
        checks.lateReason(late, made.lateReason());
        checkTask(made.taskId(), project.id());
        NoticeVersion first = new NoticeVersion(1, span.from(), span.to(), span.daily(), false, null, due, late,
                late ? made.lateReason() : null, made.permit(), actor.name(), now);
        long id = jdbi.inTransaction(handle -> {
            long added = dao.add(project.id(), made);
            addPlaces(added, made.targets(), places);
            dao.addVersion(added, first);
            audit.record(actor, "notice.publish", "notice:" + added, null,
                    project.code() + " " + kind.id() + " " + made.targets() + " " + text(first));
            return added;
        });
        feed.publish(new ProjectChange(project.id(), actor.name(), Set.of()));
        return find(id).orElseThrow();
    }

    private void addPlaces(long id, List<NoticeTarget> targets, Map<String, Place> places) {
        List<Long> ids = new ArrayList<>();
        List<Integer> stairwells = new ArrayList<>();
        for (NoticeTarget target : targets) {
            ids.add(places.get(target.code()).id());
            stairwells.add(target.stairwell());
        }
        dao.addPlaces(id, ids, stairwells);
    }

    private void checkTask(@Nullable Long taskId, long projectId) {
        if (taskId == null) {
            return;
        }
        try {
            if (plans.task(taskId).projectId() == projectId) {
                return;
            }
        } catch (Refusal unknown) {
            // Said below: there is no such task in the project.
        }
        throw new NoticeRefusal(Field.TASK, "notice.task.foreign");
    }

    /**
     * Gives a notice another time. One that has begun keeps its beginning. A new beginning has to be out as early as
     * the first one had to, and so has each further day of what holds day by day.
     *
     * @throws NoticeRefusal as {@link #publish} does, and when no reason for the change is given or nothing changes
     * @throws Refusal       when the actor may not write notices of the project, there is no such notice, it is cancelled or over, or
     *                       somebody else has changed it since it was seen
     */
    public Notice move(Actor actor, long id, NoticeMove move) {
        actor.require(WRITERS);
        OffsetDateTime now = now();
        Notice notice = standing(actor, id, move.revision(), now);
        checks.why(move.why());
        boolean begun = !notice.span().from().isAfter(now);
        NoticeSpan span = begun ? checks.ends(move.from(), move.to(), move.daily(), now)
                : checks.span(move.from(), move.to(), move.daily(), now);
        if (begun && !span.from().equals(notice.span().from())) {
            throw new NoticeRefusal(Field.FROM, "notice.from.begun");
        }
        if (span.equals(notice.span())) {
            throw new NoticeRefusal(Field.FROM, "notice.move.nothing");
        }
        checks.permit(notice.kind(), span, move.permit());
        Timeliness told = timeliness(notice, span, move.lateReason(), now);
        return add(actor, notice, new NoticeVersion(move.revision() + 1, span.from(), span.to(), span.daily(), false,
                move.why(), told.due(), told.late(), told.reason(), move.permit(), actor.name(), now));
    }

    /** When it had to be out, and whether and why it was not. */
    private record Timeliness(@Nullable OffsetDateTime due, boolean late, @Nullable String reason) {
    }

    private Timeliness timeliness(Notice notice, NoticeSpan span, @Nullable String reason, OffsetDateTime now) {
        OffsetDateTime due = span.beginsAnew(notice.span(), zone).map(begin -> checks.due(notice.kind(), begin))
                .orElse(null);
        boolean late = checks.late(due, now);
        checks.lateReason(late, reason);
        // Further days that are told in time leave what was told late before as it is.
        return late || !span.from().equals(notice.span().from()) ? new Timeliness(due, late, late ? reason : null)
                : new Timeliness(notice.dueAt(), notice.late(), notice.lateReason());
    }

    /**
     * Cancels a notice. It stays readable, as cancelled.
     *
     * @param seen revision of the notice that was seen
     * @param why  what residents are told
     * @throws NoticeRefusal when no reason is given or it is too long
     * @throws Refusal       as {@link #move} does
     */
    public Notice cancel(Actor actor, long id, int seen, @Nullable String why) {
        actor.require(WRITERS);
        OffsetDateTime now = now();
        Notice notice = standing(actor, id, seen, now);
        checks.why(why);
        NoticeSpan span = notice.span();
        return add(actor, notice, new NoticeVersion(seen + 1, span.from(), span.to(), span.daily(),
                true, why, notice.dueAt(), notice.late(), notice.lateReason(), notice.permit(), actor.name(), now));
    }

    private Notice standing(Actor actor, long id, int seen, OffsetDateTime now) {
        Notice notice = find(id).orElseThrow(() -> new Refusal("notice.unknown", String.valueOf(id)));
        people.require(actor, notice.projectId());
        if (notice.revision() != seen) {
            throw new Refusal("notice.stale");
        }
        if (notice.cancelled()) {
            throw new Refusal("notice.cancelled");
        }
        if (notice.state(now) == Notice.State.OVER) {
            throw new Refusal("notice.over");
        }
        return notice;
    }

    private Notice add(Actor actor, Notice before, NoticeVersion version) {
        jdbi.useTransaction(handle -> {
            if (dao.nextRevision(before.id(), before.revision()) == 0) {
                throw new Refusal("notice.stale");
            }
            dao.addVersion(before.id(), version);
            audit.record(actor, version.cancelled() ? "notice.cancel" : "notice.move", "notice:" + before.id(),
                    before.span().toString(), text(version));
        });
        feed.publish(new ProjectChange(before.projectId(), actor.name(), Set.of()));
        return find(before.id()).orElseThrow();
    }

    private static String text(NoticeVersion version) {
        return version.span() + (version.late() ? " late: " + version.lateReason() : "")
                + (version.why() == null ? "" : " why: " + version.why());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
