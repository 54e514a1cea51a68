package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.TaskInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Day sheets that phones wrote without a connection. Each counts once under its request id, however often it is sent.
 * What the plan of today does not take is kept beside and shown to its author; nothing of a sheet is dropped.
 */
public final class SheetInbox {

    /** Days before the day of writing that a sheet may be for. */
    public static final int MOST_DAYS_BACK = 31;

    /** A phone's clock may be this far off before the day of its sheets is looked at again. */
    private static final Duration TOLERATED = Duration.ofMinutes(10);
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final Jdbi jdbi;
    private final SheetInboxDao dao;
    private final DaySheets sheets;
    private final SiteReports reports;
    private final SitePauses pauses;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public SheetInbox(Jdbi jdbi, DaySheets sheets, SiteReports reports, SitePauses pauses, AuditTrail audit,
                      ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SheetInboxDao.class);
        this.sheets = sheets;
        this.reports = reports;
        this.pauses = pauses;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Stores a sheet, on disk when this returns. Sent again, it is answered as the first time.
     *
     * @throws Refusal when the actor may not report, which the audit trail keeps; when the sheet says nothing, has
     *                 what no sheet can have, names a task of another project, or another sheet came under its id.
     *                 Nothing is stored then
     */
    public ReceivedSheet receive(Actor actor, SentSheet sent) {
        NewDaySheet given = sent.sheet();
        if (!SiteReports.mayReport(actor)) {
            audit.record(actor, "sheet.refuse", "project-id:" + given.projectId(), null, actor.role().name());
            throw new Refusal("refused.role");
        }
        Instant now = clock.instant();
        NewDaySheet sheet = given.on(day(sent, now));
        check(sent, sheet);
        ReceivedSheet received = jdbi.inTransaction(handle -> {
            sheets.lock(actor, sheet.projectId());
            Optional<SheetInboxDao.Known> known = dao.known(actor.accountId(), sent.requestId());
            return known.isPresent() ? again(known.get(), sent) : store(actor, sent, sheet);
        });
        Set<Long> tasks = received.lines().stream().map(SheetLine::taskId).collect(Collectors.toSet());
        feed.publish(new ProjectChange(sheet.projectId(), actor.name(), tasks));
        return received;
    }

    /**
     * The server's clock decides. How far the phone's is off shows when the sheet is sent; the moment of writing is
     * moved by as much.
     */
    private LocalDate day(SentSheet sent, Instant now) {
        Duration off = Duration.between(sent.sentAt(), now);
        if (off.abs().compareTo(TOLERATED) <= 0) {
            return sent.sheet().sheetOn();
        }
        Instant written = sent.writtenAt().isAfter(sent.sentAt()) ? now : sent.writtenAt().plus(off);
        return LocalDate.ofInstant(written, clock.getZone()).minusDays(sent.daysBack());
    }

    private void check(SentSheet sent, NewDaySheet sheet) {
        if (!REQUEST_ID.matcher(sent.requestId()).matches()) {
            throw new Refusal("report.request.malformed");
        }
        if (sent.daysBack() < 0 || sent.daysBack() > MOST_DAYS_BACK) {
            throw new Refusal("sheet.day.old", MOST_DAYS_BACK);
        }
        if (sheet.empty() && sent.pause() == null) {
            throw new Refusal("sheet.empty");
        }
        sheets.checkFacts(sheet);
        sheet.lines().forEach(line -> reports.check(sheet.report(line)));
        if (sent.seen().stream().anyMatch(seen -> seen.taskName().length() > TaskInput.LONGEST_NAME)) {
            throw new Refusal("report.remark.long", TaskInput.LONGEST_NAME);
        }
    }

    private ReceivedSheet again(SheetInboxDao.Known known, SentSheet sent) {
        if (!known.content().equals(content(sent))) {
            throw new Refusal("sheet.request.reused");
        }
        return new ReceivedSheet(sent.requestId(), known.givenOn(), known.sheetOn(), dao.lines(known.id()));
    }

    private ReceivedSheet store(Actor actor, SentSheet sent, NewDaySheet sheet) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Long sheetId = sheet.empty() ? null : (Long) sheets.write(actor, sheet).id();
        long request = dao.add(actor.accountId(), sent.requestId(), content(sent), sheet.projectId(), sheetId,
                sent.sheet().sheetOn(), sheet.sheetOn(), now);
        if (sent.pause() != null) {
            pauses.store(actor, sheet.projectId(), sent.pause());
        }
        for (int i = 0; i < sheet.lines().size(); i++) {
            NewDaySheet.Line line = sheet.lines().get(i);
            SentSheet.Seen seen = sent.seen().get(i);
            SiteReports.Taken taken = reports.take(actor, sheet.report(line), sheet.projectId(), sheetId);
            dao.addLine(request, line, seen, taken.outcome(), taken.reportId(), taken.left(), taken.start(),
                    taken.outcome() == SheetOutcome.TAKEN ? now : null);
            if (seen.settles() != null) {
                settle(actor, seen.settles());
            }
        }
        return new ReceivedSheet(sent.requestId(), sent.sheet().sheetOn(), sheet.sheetOn(), dao.lines(request));
    }

    /** The moment of sending is none of what makes two sheets the same. */
    private static String content(SentSheet sent) {
        return sent.sheet().content(sent.writtenAt(), sent.pause());
    }

    /**
     * The report that was made of a task's line, for its photos.
     *
     * @throws Refusal when the author sent no such sheet, or the line is kept without a report
     */
    public long report(Actor actor, String requestId, long taskId) {
        List<SheetLine> lines = dao.known(actor.accountId(), requestId).map(known -> dao.lines(known.id()))
                .orElse(List.of());
        SheetLine line = lines.stream().filter(each -> each.taskId() == taskId).findFirst()
                .orElseThrow(() -> new Refusal("sheet.request.unknown"));
        @Nullable Long report = line.reportId();
        if (report == null) {
            throw new Refusal("sheet.line.kept", line.taskName());
        }
        return report;
    }

    /** @return the lines of the author that are kept and wait for a decision, oldest first; one statement */
    public List<KeptLine> kept(Actor author) {
        return dao.kept(author.accountId());
    }

    /** Puts a kept line away; its author has decided that it does not count. Done again, nothing happens. */
    public void putAway(Actor actor, long lineId) {
        jdbi.useTransaction(handle -> settle(actor, lineId));
    }

    private void settle(Actor actor, long lineId) {
        if (dao.settle(lineId, actor.accountId(), OffsetDateTime.now(clock)) > 0) {
            audit.record(actor, "sheet.settle", "sheet-line:" + lineId, "kept", "settled");
        }
    }
}
