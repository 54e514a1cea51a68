package city.renewal.subscription;

import city.renewal.app.Services;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.project.NewPlace;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.MailServer;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Public compounds with a building of three stairwells, and residents who want to be told. */
public final class ReaderSample {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Services services;
    public final PublicSample people;

    public ReaderSample(Services services) {
        this.services = services;
        this.people = new PublicSample(services);
    }

    /** A compound with a promised plan, in which building B02 has three stairwells. */
    public SmallPlan compound() {
        int number = NEXT.incrementAndGet();
        SmallPlan plan = people.compound("SUB" + number, "阳光里" + number, "Street " + number);
        services.get(Projects.class).complete(people.people().planner(), plan.project().id(), List.of(), List.of(
                new NewPlace("building", "B02", "2号楼", "Building 2", null, null,
                        Map.of("stairwells", new BigDecimal(3)))));
        return plan;
    }

    public Door door(Project project, @Nullable String building, @Nullable Integer stairwell) {
        return services.get(Subscriptions.class).door(project.code(), building, stairwell).orElseThrow();
    }

    /** Asks, and confirms by the link in the mail. */
    public void reads(MailServer server, Door door, String address) {
        services.get(Subscriptions.class).ask(door, address, Locale.ENGLISH);
        services.get(MailWorker.class).pass();
        services.get(Subscriptions.class).confirm(key(server.arrived().stream()
                .filter(mail -> mail.to().equals(address) && mail.text().contains("/mail/confirm/"))
                .reduce((earlier, later) -> later).orElseThrow()));
    }

    static String key(MailServer.Arrived asked) {
        return asked.link("/mail/confirm/").substring("/mail/confirm/".length());
    }

    static String leaveKey(MailServer.Arrived mail) {
        return mail.link("/mail/leave/").substring("/mail/leave/".length());
    }

    /** A water cut of four hours. */
    public Notice cut(Project project, LocalDateTime from, NoticeTarget... targets) {
        return services.get(Notices.class).publish(people.people().planner(), new NewNotice(project.code(), "water",
                List.of(targets), from, from.plusHours(4), false, "更换供水立管", "New risers", "First Builders",
                "022-0000-1001", null, "urgent repair", null));
    }
}
