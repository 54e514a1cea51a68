package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.YamlNode;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeMove;
import city.renewal.notice.NoticePlace;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.project.Party;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;

/**
 * The notices of the demonstration, from {@code config/demo/notices.yaml}: published, moved and cancelled by the service
 * that everybody uses, at the hour at which that is said to have happened.
 */
public final class NoticeChapter implements DemoChapter {

    private static final String FILE = "config/demo/notices.yaml";
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);

    private final Function<Clock, Notices> office;
    private final Clock clock;

    /** @param office the service as it is at another hour */
    public NoticeChapter(Function<Clock, Notices> office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    @Override
    public void add(DemoScene scene) {
        YamlNode.packed(FILE).nodes("notices").forEach(node -> add(scene, node));
    }

    private void add(DemoScene scene, YamlNode node) {
        LocalDate today = scene.today();
        Actor engineer = scene.people().get(Role.ENGINEER);
        Actor planner = scene.people().get(Role.PLANNER);
        Notice notice = at(today, node).publish(engineer, written(scene, node));
        if (node.has("moved")) {
            YamlNode moved = node.child("moved");
            notice = at(today, moved).move(planner, notice.id(), new NoticeMove(notice.revision(),
                    time(today, moved, "from"), time(today, moved, "to"), node.flag("daily"), moved.text("why"),
                    notice.permit(), null));
        }
        if (node.has("cancelled")) {
            YamlNode cancelled = node.child("cancelled");
            at(today, cancelled).cancel(planner, notice.id(), notice.revision(), cancelled.text("why"));
        }
    }

    private static NewNotice written(DemoScene scene, YamlNode node) {
        DemoScene.Place place = scene.place(node.text("project"));
        Party builder = place.made().project().parties().stream()
                .filter(party -> party.role().equals("contractor")).findFirst().orElseThrow();
        List<NoticeTarget> targets = node.texts("places").stream().map(NoticeChapter::target).toList();
        return new NewNotice(place.project().code(), node.text("kind"), targets, time(scene.today(), node, "from"),
                time(scene.today(), node, "to"), node.flag("daily"), node.text("zh"), node.text("en"),
                builder.organisation(), builder.phone(), node.textOrNull("permit"), node.textOrNull("late"), null);
    }

    private static NoticeTarget target(String text) {
        String[] parts = text.split("/");
        return new NoticeTarget(parts[0], parts.length == 1 ? NoticePlace.WHOLE : Integer.parseInt(parts[1]));
    }

    /** The service in the morning of that day; a demonstration loaded earlier in the day has nothing from later. */
    private Notices at(LocalDate today, YamlNode node) {
        int days = node.has("published") ? node.whole("published", 0) : node.whole("on", 0);
        Instant then = today.plusDays(days).atTime(OFFICE_HOUR).atZone(clock.getZone()).toInstant();
        Instant now = clock.instant();
        return office.apply(Clock.fixed(then.isAfter(now) ? now : then, clock.getZone()));
    }

    /** Days from today and the hour, such as {@code -1 08:30}. */
    private static LocalDateTime time(LocalDate today, YamlNode node, String key) {
        String[] parts = node.text(key).split(" ");
        return today.plusDays(Integer.parseInt(parts[0])).atTime(LocalTime.parse(parts[1]));
    }
}
