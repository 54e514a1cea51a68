package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.project.ProjectPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Day sheets: one a project, day and author. The quantities in them are site reports like any other and wait for the
 * same supervisor; the sheet's own facts may be written anew on the same day, which the audit trail keeps.
 */
public final class DaySheets {

    /** Characters that the name of a crew may have. */
    public static final int LONGEST_CREW = 100;
    /** Crews that a sheet may name, and tasks that it may report on. */
    public static final int MOST_CREWS = 20;
    public static final int MOST_LINES = 200;

    private final Jdbi jdbi;
    private final DaySheetDao dao;
    private final SheetInboxDao requests;
    private final ProjectPeople people;
    private final SiteReports reports;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public DaySheets(Jdbi jdbi, ProjectPeople people, SiteReports reports, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(DaySheetDao.class);
        this.requests = jdbi.onDemand(SheetInboxDao.class);
        this.people = people;
        this.reports = reports;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Stores a sheet and its reports, all or nothing.
     *
     * @throws Refusal as {@link #submit(Actor, NewDaySheet, String)}
     */
    public StoredSheet submit(Actor actor, NewDaySheet sheet) {
        return submit(actor, sheet, null);
    }

    /**
     * Stores a sheet and its reports, all or nothing. Sent again under its request id by the same author, however late,
     * nothing is written: neither do its reports count twice, nor do its people and weather take the place of newer ones.
     *
     * @param requestId letters, digits and hyphens, at most 64, null for none; the lines then have ids of their own
     * @return the sheet as it stands now, and the reports that were made of the lines
     * @throws Refusal when the actor may not report, the sheet says nothing, a task is another project's, a report
     *                 would be refused by itself, see {@link SiteReports#submit}, or another sheet came under the id
     */
    public StoredSheet submit(Actor actor, NewDaySheet sheet, @Nullable String requestId) {
        SiteReports.requireAuthor(actor);
        check(sheet);
        ReportRules.checkRequest(requestId);
        List<NewReport> lines = sheet.lines().stream().map(sheet::report).toList();
        lines.forEach(reports::check);
        StoredSheet stored = jdbi.inTransaction(handle -> {
            lock(actor, sheet.projectId());
            Optional<DaySheet> before = before(actor, sheet, requestId);
            DaySheet written = before.isPresent() ? before.get() : write(actor, sheet);
            List<SiteReport> sent = new ArrayList<>();
            for (NewReport line : lines) {
                SiteReport report = reports.store(actor, line, written.id());
                if (report.projectId() != sheet.projectId()) {
                    throw new Refusal("sheet.task.foreign");
                }
                sent.add(report);
            }
            if (before.isEmpty() && requestId != null) {
                requests.add(actor.accountId(), requestId, sheet.content(null, null), sheet.projectId(), written.id(),
                        sheet.sheetOn(), sheet.sheetOn(), OffsetDateTime.now(clock));
            }
            return new StoredSheet(written, List.copyOf(sent));
        });
        Set<Long> tasks = stored.reports().stream().map(SiteReport::taskId).collect(Collectors.toSet());
        feed.publish(new ProjectChange(sheet.projectId(), actor.name(), tasks));
        return stored;
    }

    /** @return the author's sheet of the day when this one came before */
    private Optional<DaySheet> before(Actor actor, NewDaySheet sheet, @Nullable String requestId) {
        Optional<SheetInboxDao.Known> known = requestId == null
                ? Optional.empty()
                : requests.known(actor.accountId(), requestId);
        if (known.isPresent() && !known.get().content().equals(sheet.content(null, null))) {
            throw new Refusal("sheet.request.reused");
        }
        return known.flatMap(request -> dao.find(sheet.projectId(), sheet.sheetOn(), actor.accountId()));
    }

    /**
     * Keeps others who write a sheet of the project waiting until the transaction of the caller ends.
     *
     * @throws Refusal when the project is unknown or not the actor's
     */
    void lock(Actor actor, long projectId) {
        people.require(actor, projectId);
        if (dao.lock(projectId) == 0) {
            throw new Refusal("project.unknown", String.valueOf(projectId));
        }
    }

    private void check(NewDaySheet sheet) {
        if (sheet.empty()) {
            throw new Refusal("sheet.empty");
        }
        checkFacts(sheet);
    }

    void checkFacts(NewDaySheet sheet) {
        if (sheet.sheetOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("report.date.future", sheet.sheetOn().toString());
        }
        if (sheet.workers() != null && (sheet.workers() < 0 || sheet.workers() > SiteReports.MOST_WORKERS)) {
            throw new Refusal("report.workers.absurd", sheet.workers());
        }
        if (sheet.weather() != null && !NewReport.WEATHERS.contains(sheet.weather())) {
            throw new Refusal("sheet.weather.unknown", sheet.weather());
        }
        if (sheet.crews().size() > MOST_CREWS
                || sheet.crews().stream().anyMatch(crew -> crew.length() > LONGEST_CREW || crew.contains("\n"))) {
            throw new Refusal("sheet.crew.long", MOST_CREWS, LONGEST_CREW);
        }
        if (sheet.lines().size() > MOST_LINES) {
            throw new Refusal("sheet.lines.many", MOST_LINES);
        }
        ReportRules.checkLength(sheet.remark());
    }

    /** Writes what a sheet says beside quantities; inside the transaction of the caller. */
    DaySheet write(Actor actor, NewDaySheet sheet) {
        Optional<DaySheet> before = dao.find(sheet.projectId(), sheet.sheetOn(), actor.accountId());
        String crew = String.join("\n", sheet.crews());
        String blockers = Blocker.stored(sheet.blockers());
        if (before.isEmpty()) {
            dao.add(sheet, actor.accountId(), crew, blockers, OffsetDateTime.now(clock));
        } else {
            dao.set(before.get().id(), sheet, crew, blockers, OffsetDateTime.now(clock));
        }
        DaySheet after = dao.find(sheet.projectId(), sheet.sheetOn(), actor.accountId()).orElseThrow();
        if (!before.equals(Optional.of(after))) {
            audit.record(actor, "sheet.write", "sheet:" + after.id(),
                    before.map(DaySheet::toString).orElse(null), after.toString());
        }
        return after;
    }

    /**
     * One statement.
     *
     * @return the projects with a plan that are open to the author, those first that the author wrote for lately
     */
    public List<SheetProject> projects(Actor author) {
        return dao.projects(author.accountId(), author.role());
    }

    /** @return the author's own sheet of the project and day */
    public Optional<DaySheet> own(Actor author, long projectId, LocalDate day) {
        return dao.find(projectId, day, author.accountId());
    }

    /** @return what the author reported of the project for the day, in the order of sending */
    public List<SiteReport> reports(Actor author, long projectId, LocalDate day) {
        return dao.reports(projectId, day, author.accountId());
    }

    /** @return what the author reported on any project since the day, newest first, at most so many; one statement */
    public List<SiteReport> since(Actor author, LocalDate first, int limit) {
        return dao.since(author.accountId(), first, limit);
    }

    /** @return what everybody wrote of the project for these days, both inclusive, in the order of the days */
    public List<DaySheet> ofDays(long projectId, LocalDate first, LocalDate last) {
        return dao.ofDays(projectId, first, last);
    }
}
