package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.base.YamlNode;
import city.renewal.consent.ConsentServices;
import city.renewal.consent.Household;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TreePlace;
import city.renewal.project.Project;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkingTime;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.visit.Contact;
import city.renewal.visit.NewSlots;
import city.renewal.visit.NewWork;
import city.renewal.visit.Slot;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitServices;
import city.renewal.visit.VisitState;
import city.renewal.visit.WorkTask;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The home visits of the demonstration, from {@code config/demo/visits.yaml}: offered, booked and marked by the services
 * that everybody uses, each at its hour. One household is where nobody was at home, one waits on an exam day. The
 * homes done are counted for a task of the plan; yesterday's wait for the crew to report them.
 */
public final class VisitChapter implements DemoChapter {

    private static final String FILE = "config/demo/visits.yaml";
    private static final LocalTime MORNING = LocalTime.of(9, 15);
    private static final LocalTime EVENING = LocalTime.of(17, 30);

    private final Function<Clock, ConsentServices> consent;
    private final Function<Clock, VisitServices> visits;
    private final Function<Clock, SiteReports> reports;
    private final Plans plans;
    private final PlanOutlining outlining;
    private final Messages messages;
    private final Clock now;

    /**
     * @param consent brings registers in by a clock, which here is moved through the past
     * @param visits  books by the same clock
     * @param reports confirms by the same clock
     * @param now     nothing happens later than this
     */
    public VisitChapter(Function<Clock, ConsentServices> consent, Function<Clock, VisitServices> visits,
                        Function<Clock, SiteReports> reports, Plans plans, PlanOutlining outlining, Messages messages,
                        Clock now) {
        this.consent = consent;
        this.visits = visits;
        this.reports = reports;
        this.plans = plans;
        this.outlining = outlining;
        this.messages = messages;
        this.now = now;
    }

    @Override
    public void add(DemoScene scene) {
        YamlNode file = YamlNode.packed(FILE);
        Project project = scene.place(file.text("project")).project();
        Actor worker = scene.people().get(Role.COMMUNITY);
        MovedClock clock = new MovedClock(now.getZone());
        ConsentServices registers = consent.apply(clock);
        VisitServices past = visits.apply(clock);
        YamlNode register = file.child("register");
        move(clock, scene, -register.whole("brought_in", 0), MORNING);
        registers.register().bringIn(worker, project.id(), registers.register()
                .read(worker, project.id(), DemoRegister.csv(register).getBytes(StandardCharsets.UTF_8)));
        List<Household> households = registers.register().households(worker, project.id());
        move(clock, scene, -file.child("work").whole("added", 0), MORNING);
        long task = task(file, scene, project);
        long work = work(file.child("work"), past, worker, project, households, task);
        List<Visit> booked = new ArrayList<>();
        for (YamlNode stairwell : file.nodes("stairwells")) {
            List<Household> homes = households.stream()
                    .filter(home -> home.stairwell().equals(stairwell.text("stairwell"))
                            && building(registers, project, home).equals(stairwell.text("building"))).toList();
            booked.addAll(book(file, stairwell, past, scene, worker, project, work, homes, booked.size()));
        }
        mark(file, past, clock, scene, worker, booked);
        report(file.child("task"), past, clock, scene, work, booked);
        YamlNode blackout = file.child("blackout");
        move(clock, scene, blackout.whole("set", 0), MORNING);
        past.planning().bar(worker, project.id(), scene.today().plusDays(blackout.whole("from", 0)),
                scene.today().plusDays(blackout.whole("to", 0)), blackout.words());
        YamlNode cancelled = file.child("cancelled");
        past.visits().cancelFor(worker, booked.get(cancelled.whole("visit", 0)).id(), cancelled.text("says"));
    }

    private static String building(ConsentServices registers, Project project, Household home) {
        return registers.register().summary(project.id()).stream().filter(each -> each.placeId() == home.placeId())
                .findFirst().orElseThrow().code();
    }

    private long task(YamlNode file, DemoScene scene, Project project) {
        YamlNode node = file.child("task");
        long group = plans.read(project.id()).tasks().stream()
                .filter(task -> node.text("group").equals(task.input().code())).findFirst().orElseThrow().id();
        LocalDate first = scene.today().plusDays(file.nodes("stairwells").getFirst().whole("from", 0));
        return outlining.add(scene.people().get(Role.PLANNER), project.id(), TreePlace.below(group), new TaskInput(null, 0,
                null, node.words().zh(), node.text("public"), node.words().en(), null, false,
                node.whole("days", 0) * WorkingTime.MINUTES_PER_DAY, ConstraintType.START_NO_EARLIER_THAN, first, null,
                null, BigDecimal.valueOf(node.whole("homes", 0)), WorkTask.UNIT, null, null,
                file.child("work").text("type"), null)).added().getFirst();
    }

    private static long work(YamlNode node, VisitServices past, Actor worker, Project project,
                             List<Household> households, long task) {
        return past.works().add(worker, project.id(), new NewWork(node.words(),
                new Words(node.text("prepare"), node.text("prepare_en")), node.text("type"),
                households.stream().map(Household::placeId).collect(Collectors.toSet()), task));
    }

    private List<Visit> book(YamlNode file, YamlNode stairwell, VisitServices past, DemoScene scene, Actor worker,
                             Project project, long work, List<Household> homes, int before) {
        Household first = homes.getFirst();
        int capacity = file.whole("homes", 1);
        past.planning().offer(worker, new NewSlots(work, first.placeId(), first.stairwell(), stairwell.text("crew"),
                scene.today().plusDays(stairwell.whole("from", 0)), scene.today().plusDays(stairwell.whole("to", 0)),
                true, file.texts("hours").stream().map(VisitChapter::span).toList(), capacity));
        List<Slot> slots = past.board().slots(project.id()).stream()
                .filter(slot -> slot.placeId() == first.placeId() && slot.stairwell().equals(first.stairwell()))
                .toList();
        List<Visit> booked = new ArrayList<>();
        for (int i = 0; i < stairwell.whole("booked", 0); i++) {
            booked.add(past.visits().bookFor(worker, homes.get(i), slots.get(i / capacity).id(),
                    told(file, before + i)));
        }
        return booked;
    }

    private static NewSlots.Span span(String hours) {
        List<LocalTime> ends = Arrays.stream(hours.split("-")).map(LocalTime::parse).toList();
        return new NewSlots.Span(ends.getFirst(), ends.getLast());
    }

    private static Contact told(YamlNode file, int visit) {
        return file.nodes("told").stream().filter(node -> node.whole("visit", -1) == visit).findFirst()
                .map(node -> new Contact(node.text("remark"), node.text("phone"))).orElse(Contact.NONE);
    }

    /** Crews report what is over before today; today's list is still open. */
    private void mark(YamlNode file, VisitServices past, MovedClock clock, DemoScene scene, Actor worker,
                      List<Visit> booked) {
        for (int i = 0; i < booked.size(); i++) {
            int visit = i;
            LocalDate day = booked.get(i).day(now.getZone());
            if (!day.isBefore(scene.today())) {
                continue;
            }
            clock.moveTo(day.atTime(EVENING).atZone(now.getZone()).toInstant());
            file.nodes("found").stream().filter(node -> node.whole("visit", -1) == visit).findFirst()
                    .ifPresentOrElse(node -> past.marks().mark(worker, booked.get(visit).id(),
                                    node.one(VisitState.class, "state", VisitState.DONE), node.text("says")),
                            () -> past.marks().mark(worker, booked.get(visit).id(), VisitState.DONE, ""));
        }
    }

    /** Homes of the days that are long enough ago were added to the day's report and confirmed the next morning. */
    private void report(YamlNode node, VisitServices past, MovedClock clock, DemoScene scene, long work,
                        List<Visit> booked) {
        LocalDate last = scene.today().minusDays(node.whole("reported", 0));
        Formats formats = new Formats(messages, Locale.SIMPLIFIED_CHINESE, scene.today());
        booked.stream().map(visit -> visit.day(now.getZone())).filter(day -> !day.isAfter(last)).distinct().sorted()
                .forEach(day -> {
                    clock.moveTo(day.atTime(EVENING).atZone(now.getZone()).toInstant());
                    SiteReport report = past.reports().report(scene.people().get(Role.ENGINEER), work, day, null, formats);
                    clock.moveTo(day.plusDays(1).atTime(MORNING).atZone(now.getZone()).toInstant());
                    reports.apply(clock).confirm(scene.people().get(Role.SUPERVISOR), report.id());
                });
    }

    private void move(MovedClock clock, DemoScene scene, int days, LocalTime hour) {
        Instant at = scene.today().plusDays(days).atTime(hour).atZone(now.getZone()).toInstant();
        clock.moveTo(at.isAfter(now.instant()) ? now.instant() : at);
    }
}
