package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.YamlNode;
import city.renewal.project.Place;
import city.renewal.project.PostedParty;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.finding.FindingAct;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The findings of the demonstration, raised and put right as people would have, each step in its time. */
public final class FindingChapter implements DemoChapter {

    private static final String FILE = "config/demo/findings.yaml";
    private static final LocalTime FIRST_HOUR = LocalTime.of(9, 0);
    private static final int MINUTES = 50;

    private final Projects projects;
    private final Photos photos;
    private final Function<Clock, Findings> findings;
    private final Clock now;

    /**
     * @param findings keeps findings by a clock, which here is moved through the past
     * @param now      nothing happens later than this
     */
    public FindingChapter(Projects projects, Photos photos, Function<Clock, Findings> findings, Clock now) {
        this.projects = projects;
        this.photos = photos;
        this.findings = findings;
        this.now = now;
    }

    /** A step of one of the findings. */
    private record Event(Instant at, int finding, DemoFinding.@Nullable Step step) {
    }

    static List<DemoFinding> packed() {
        return YamlNode.packed(FILE).nodes("findings").stream().map(FindingChapter::read).toList();
    }

    private static DemoFinding read(YamlNode node) {
        return new DemoFinding(node.text("project"), node.text("kind"), node.text("severity"), node.text("what"),
                node.textOrNull("place"), node.whole("raised", 0), !node.has("told") || node.flag("told"),
                node.nodes("steps").stream().map(step -> new DemoFinding.Step(
                        step.one(FindingAct.class, "act", FindingAct.RECTIFY), step.whole("ago", 0), step.text("says"),
                        step.whole("due", 0))).toList());
    }

    /** @throws IllegalArgumentException when the file names a place that its project does not have */
    @Override
    public void add(DemoScene scene) {
        List<DemoFinding> made = packed();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            events.add(new Event(at(made.get(i), made.get(i).raisedAgo(), 0), i, null));
            for (int s = 0; s < made.get(i).steps().size(); s++) {
                DemoFinding.Step step = made.get(i).steps().get(s);
                events.add(new Event(at(made.get(i), step.ago(), s + 1), i, step));
            }
        }
        events.sort(Comparator.comparing(Event::at));
        MovedClock clock = new MovedClock(now.getZone());
        Findings past = findings.apply(clock);
        SiteFinding[] standing = new SiteFinding[made.size()];
        for (Event event : events) {
            clock.moveTo(event.at());
            standing[event.finding()] = event.step() == null
                    ? raise(scene, made.get(event.finding()), past, event.at())
                    : take(scene, event.step(), standing[event.finding()], past, event.at());
        }
    }

    /** Later steps of a finding come later in the day; none lies ahead. */
    private Instant at(DemoFinding finding, int ago, int step) {
        LocalTime time = FIRST_HOUR.plusHours(2L * step).plusMinutes(Noise.below(MINUTES, finding.what() + step));
        Instant at = LocalDate.now(now).minusDays(ago).atTime(time).atZone(now.getZone()).toInstant();
        return at.isAfter(now.instant()) ? now.instant() : at;
    }

    private SiteFinding raise(DemoScene scene, DemoFinding made, Findings past, Instant at) {
        Project project = scene.place(made.project()).project();
        Actor supervisor = scene.people().get(Role.SUPERVISOR);
        Long party = made.told() ? past.parties(project.id()).stream()
                .filter(each -> each.role().equals("contractor")).findFirst().map(PostedParty::id).orElseThrow() : null;
        return past.raise(supervisor, new NewFinding(project.id(), made.kind(), made.severity(),
                made.what(), place(project, made), null, party, null,
                List.of(photo(made.what(), false, supervisor, at)), null));
    }

    private @Nullable Long place(Project project, DemoFinding made) {
        return made.place() == null ? null : projects.places(project.id()).stream()
                .filter(place -> place.code().equals(made.place())).findFirst().map(Place::id)
                .orElseThrow(() -> new IllegalArgumentException(FILE + ": " + made.project() + " has no place '"
                        + made.place() + "'"));
    }

    private SiteFinding take(DemoScene scene, DemoFinding.Step step, SiteFinding seen, Findings past, Instant at) {
        Actor actor = scene.people().get(step.act() == FindingAct.RECTIFY ? Role.ENGINEER : Role.SUPERVISOR);
        List<ReceivedPhoto> taken = step.act() == FindingAct.CLOSE ? List.of()
                : List.of(photo(step.says(), step.act() == FindingAct.RECTIFY, actor, at));
        FindingAction action = new FindingAction(seen.id(), seen.steps(), step.says(), taken, null);
        return switch (step.act()) {
            case RECTIFY -> past.rectify(actor, action);
            case CLOSE -> past.close(actor, action);
            case REOPEN -> past.reopen(actor, action, past.today().plusDays(step.due()));
            case RAISE, ASSIGN -> throw new IllegalArgumentException(FILE + ": '" + step.act() + "' is no later step");
        };
    }

    private ReceivedPhoto photo(String key, boolean right, Actor actor, Instant at) {
        return photos.receive(actor, new ByteArrayInputStream(SitePicture.jpeg(key, right, at.atZone(now.getZone()))));
    }
}
