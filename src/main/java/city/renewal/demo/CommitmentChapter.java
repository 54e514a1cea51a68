package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.YamlNode;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.MeasuredValues;
import city.renewal.programme.commitment.NewCommitment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The year's commitments of the demonstration, from {@code config/demo/commitments.yaml}, each said in its time. */
public final class CommitmentChapter implements DemoChapter {

    private static final String FILE = "config/demo/commitments.yaml";
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 30);

    private final Function<Clock, Commitments> office;
    private final MeasuredValues measured;
    private final Clock now;

    /**
     * @param office makes them by a clock, which here is moved through the past
     * @param measured keeps what the reports came to by the ends of past months
     * @param now    nothing happens later than this
     */
    public CommitmentChapter(Function<Clock, Commitments> office, MeasuredValues measured, Clock now) {
        this.office = office;
        this.measured = measured;
        this.now = now;
    }

    @Override
    public void add(DemoScene scene) {
        MovedClock clock = new MovedClock(now.getZone());
        Commitments commitments = office.apply(clock);
        Actor officer = Objects.requireNonNull(scene.people().get(Role.OFFICER));
        for (YamlNode node : YamlNode.packed(FILE).nodes("commitments")) {
            add(commitments, officer, clock, scene.today(), node);
        }
        measured.keep();
    }

    private void add(Commitments commitments, Actor officer, MovedClock clock, LocalDate today, YamlNode node) {
        int year = today.getYear();
        move(clock, today, node.whole("said", 0));
        int number = commitments.add(officer, new NewCommitment(year, null, node.text("zh"), node.text("en"),
                node.one(Basis.class, "basis", Basis.REPORTED), node.textOrNull("measure"), node.textOrNull("indicator"),
                node.text("unit"), new BigDecimal(node.text("target")), due(today, node), node.text("owner"),
                node.text("role"), node.text("phone"), Set.copyOf(node.texts("projects"))));
        for (YamlNode value : node.nodes("values")) {
            move(clock, today, value.whole("ago", 0));
            commitments.report(officer, find(commitments, year, number), new BigDecimal(value.text("value")),
                    LocalDate.now(clock), value.text("source"), value.textOrNull("why"));
        }
        if (node.has("changed")) {
            YamlNode changed = node.child("changed");
            move(clock, today, changed.whole("ago", 0));
            commitments.promise(officer, find(commitments, year, number), new BigDecimal(changed.text("target")),
                    due(today, changed), changed.text("why"));
        }
    }

    private static Commitment find(Commitments commitments, int year, int number) {
        return commitments.page(year, number).orElseThrow().commitment();
    }

    /** Not before the year that is promised for, also where the demonstration is loaded in January. */
    private static LocalDate due(LocalDate today, YamlNode node) {
        LocalDate due = today.plusDays(node.whole("due", 0));
        return due.getYear() < today.getYear() ? LocalDate.of(today.getYear(), 1, 1) : due;
    }

    private void move(MovedClock clock, LocalDate today, int daysAgo) {
        Instant then = today.minusDays(daysAgo).atTime(OFFICE_HOUR).atZone(now.getZone()).toInstant();
        clock.moveTo(then.isAfter(now.instant()) ? now.instant() : then);
    }
}
