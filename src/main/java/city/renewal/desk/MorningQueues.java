package city.renewal.desk;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterFilter;
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterRules;
import city.renewal.matter.Repair;
import city.renewal.matter.Repairs;
import city.renewal.plan.forecast.DelayNeed;
import city.renewal.plan.forecast.Delays;
import city.renewal.site.ConfirmationQueue;
import city.renewal.site.OpenDay;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.SiteFinding;
import city.renewal.subscription.StaffQueues;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits for each role, from the services of the queues: the same that My work shows, with where to go on. */
public final class MorningQueues implements StaffQueues {

    /** Lines of one kind; the desk has the rest. */
    private static final int MOST = 8;
    /** A matter whose time ends within these hours is told of before it is late. */
    private static final int NEAR_HOURS = 24;

    private final ConfirmationQueue confirmations;
    private final SiteReports reports;
    private final Findings findings;
    private final MatterDesk matters;
    private final Repairs repairs;
    private final MatterRules matterRules;
    private final MissingSheets missing;
    private final Delays delays;
    private final Messages messages;
    private final int silentDays;
    private final Clock clock;

    /** @param silentDays days without a word after which a site counts as not kept up to date */
    public MorningQueues(ConfirmationQueue confirmations, SiteReports reports, Findings findings, MatterDesk matters,
                         Repairs repairs, MatterRules matterRules, MissingSheets missing, Delays delays, Messages messages,
                         int silentDays, Clock clock) {
        this.confirmations = confirmations;
        this.reports = reports;
        this.findings = findings;
        this.matters = matters;
        this.repairs = repairs;
        this.matterRules = matterRules;
        this.missing = missing;
        this.delays = delays;
        this.messages = messages;
        this.silentDays = silentDays;
        this.clock = clock;
    }

    /** A morning takes one to four statements for each person, and eight once for all who are told the same. */
    @Override
    public Morning begin() {
        return new Today();
    }

    private final class Today implements Morning {

        private @Nullable List<MissingSheets.Line> stale;
        private @Nullable List<DelayNeed> late;
        private @Nullable List<MatterLine> nobodys;

        @Override
        public List<Line> of(Actor actor, Locale language) {
            Said said = new Said(new Formats(messages, language, LocalDate.now(clock)));
            List<Line> lines = new ArrayList<>();
            switch (actor.role()) {
                case SUPERVISOR -> {
                    lines.addAll(said.toConfirm(confirmations.days(actor)));
                    lines.addAll(said.findings(actor, FindingFilter.OPEN.withStates(
                            Set.of(FindingState.RAISED, FindingState.RECTIFIED))));
                }
                case COMMUNITY -> {
                    lines.addAll(said.matters(matters.queue(actor, MatterFilter.MINE, MOST, 0)));
                    lines.addAll(nobodys(said, actor));
                }
                case ENGINEER -> {
                    lines.addAll(said.findings(actor, FindingFilter.OPEN.withStates(Set.of(FindingState.ASSIGNED))));
                    lines.addAll(said.returned(reports.returnedTo(actor.accountId(), MOST)));
                    lines.addAll(said.repairs(repairs.queue(actor)));
                }
                case PLANNER -> {
                    lines.addAll(said.findings(actor, FindingFilter.OPEN.withLevel(FindingLevel.MANAGER)));
                    lines.addAll(wholeProgramme(said));
                }
                case ADMINISTRATOR -> {
                    lines.addAll(nobodys(said, actor));
                    lines.addAll(said.findings(actor, FindingFilter.OPEN.withLevel(FindingLevel.OFFICER)));
                    lines.addAll(wholeProgramme(said));
                }
                case OFFICER, VIEWER -> {
                    lines.addAll(said.findings(actor, FindingFilter.OPEN.withLevel(FindingLevel.OFFICER)));
                    lines.addAll(wholeProgramme(said));
                }
            }
            return lines;
        }

        /** What no grid leads to anybody: every worker may take it, and an administrator hand it to one. */
        private List<Line> nobodys(Said said, Actor actor) {
            if (nobodys == null) {
                nobodys = matters.queue(actor, MatterFilter.NOBODYS, MOST, 0);
            }
            return nobodys.stream().map(said::unassigned).toList();
        }

        private List<Line> wholeProgramme(Said said) {
            if (late == null || stale == null) {
                late = delays.needs();
                stale = missing.lines().stream().filter(line -> line.missing().size() >= silentDays).toList();
            }
            List<Line> lines = new ArrayList<>();
            late.stream().limit(MOST).map(said::late).forEach(lines::add);
            stale.stream().limit(MOST).map(said::stale).forEach(lines::add);
            return lines;
        }
    }

    /** The lines in one language. */
    private final class Said {

        private final Formats formats;

        Said(Formats formats) {
            this.formats = formats;
        }

        private String text(String key, Object... parameters) {
            return messages.text(formats.locale(), key, parameters);
        }

        List<StaffQueues.Line> toConfirm(List<OpenDay> days) {
            Map<String, List<OpenDay>> byProject = days.stream()
                    .collect(Collectors.groupingBy(OpenDay::projectCode, LinkedHashMap::new, Collectors.toList()));
            return byProject.values().stream().limit(MOST).map(open -> new StaffQueues.Line(
                    text("morning.confirm", open.getFirst().project().in(formats.locale()),
                            open.stream().mapToInt(OpenDay::reports).sum()),
                    text("morning.confirm.oldest", formats.date(open.getFirst().reportOn())),
                    "/desk/confirm?project=" + open.getFirst().projectCode(), null)).toList();
        }

        List<StaffQueues.Line> findings(Actor actor, FindingFilter filter) {
            return MorningQueues.this.findings.mine(actor, filter, MOST).stream().map(this::finding).toList();
        }

        private StaffQueues.Line finding(SiteFinding finding) {
            int overdue = finding.daysOverdue(formats.today());
            return new StaffQueues.Line(text("morning.finding", finding.project().in(formats.locale()),
                            formats.name(finding.what())),
                    overdue > 0 ? text("finding.overdue", overdue)
                            : text("finding.state." + finding.state().name().toLowerCase(Locale.ROOT)),
                    "/desk/finding/" + finding.id(),
                    // Once put right it waits for its re-check, which has no day of its own.
                    finding.state() == FindingState.RECTIFIED ? null
                            : new Due(finding.dueOn(), null, overdue > 0));
        }

        List<StaffQueues.Line> returned(List<SiteReport> returned) {
            return returned.stream().map(report -> new StaffQueues.Line(
                    text("morning.returned", formats.date(report.reportOn()), report.task().in(formats.locale())),
                    report.decision() == null ? "" : formats.name(report.decision()),
                    "/desk/task/" + report.taskId(), null)).toList();
        }

        List<StaffQueues.Line> matters(List<MatterLine> open) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            return open.stream()
                    .filter(line -> line.dueAt() != null && line.dueAt().isBefore(now.plusHours(NEAR_HOURS)))
                    .map(line -> matter(line, now)).toList();
        }

        /** Without what the resident wrote, too. */
        List<StaffQueues.Line> repairs(List<Repair> given) {
            return given.stream().filter(Repair::open).limit(MOST).map(repair -> new StaffQueues.Line(
                    text("morning.repair", repair.line().number(),
                            matterRules.kind(repair.line().kind()).name().in(formats.locale()),
                            repair.line().project().in(formats.locale())),
                    repair.dayOn() == null ? text("repair.state.new")
                            : text(repair.missed(formats.today()) ? "repair.missed" : "repair.state.planned",
                                    formats.date(repair.dayOn())),
                    "/desk/repair/" + repair.line().number(), repair.dayOn() == null ? null
                            : new Due(repair.dayOn(), null, repair.missed(formats.today())))).toList();
        }

        /** Without what the resident wrote: a mail is read on the way. */
        private StaffQueues.Line matter(MatterLine line, OffsetDateTime now) {
            return matter(line, now, text(line.overdue(now) ? "matter.fact.overdue" : "matter.fact.due",
                    formats.moment(line.dueAt(), clock.getZone())));
        }

        StaffQueues.Line unassigned(MatterLine line) {
            return matter(line, OffsetDateTime.now(clock), text("morning.nobody"));
        }

        private StaffQueues.Line matter(MatterLine line, OffsetDateTime now, String more) {
            Words place = line.place();
            OffsetDateTime due = line.dueAt();
            return new StaffQueues.Line(
                    text("morning.matter", line.number(), matterRules.kind(line.kind()).name().in(formats.locale()),
                            line.project().in(formats.locale())
                                    + (place == null ? "" : " · " + place.in(formats.locale()))),
                    more, "/desk/matter/" + line.number(), due == null ? null
                            : new Due(due.atZoneSameInstant(clock.getZone()).toLocalDate(), due, line.overdue(now)));
        }

        StaffQueues.Line late(DelayNeed need) {
            return new StaffQueues.Line(text("morning.late", formats.name(need.projectName()), need.daysLate()),
                    text("morning.late.dates", formats.date(need.promisedFinishOn()), formats.date(need.finishOn())),
                    "/desk/plan/" + need.projectCode() + "/status", null);
        }

        StaffQueues.Line stale(MissingSheets.Line line) {
            return new StaffQueues.Line(text("morning.stale", line.project().in(formats.locale()), line.missing().size()),
                    line.reason() == null ? text("missing.unexplained") : text("pause." + line.reason().id()),
                    "/desk/missing", null);
        }
    }
}
