package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.renewal.schedule.FrontLine.Bar;
import city.renewal.schedule.FrontLine.Part;
import city.renewal.schedule.FrontLine.Point;
import city.renewal.schedule.FrontLine.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of the point at which the line crosses a folded summary. */
class FrontLineLawsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final WorkCalendar WEEK = WorkCalendar.mondayToFriday();

    @Property
    void a_summary_of_one_bar_has_the_point_of_the_bar(@ForAll Random random) {
        Bar bar = bar(random, random.nextInt(1, 100) / 100d);
        LocalDate status = START.plusDays(random.nextInt(60));

        Point own = FrontLine.points(status, List.of(bar)).get(bar.id());
        Point summary = FrontLine.ofSummary(status, List.of(new Part(bar, 3))).orElseThrow();

        assertThat(summary.standing()).isEqualTo(own.standing());
        assertThat(moment(summary)).isCloseTo(moment(own), within(1e-6));
    }

    @Property
    void a_summary_of_work_that_is_on_time_stands_on_the_status_date(@ForAll Random random) {
        LocalDate status = START.plusDays(random.nextInt(60));
        List<Part> parts = parts(random, status);

        Optional<Point> point = FrontLine.ofSummary(status, parts);

        if (parts.stream().anyMatch(part -> part.bar().shareDone() < 1)) {
            assertThat(point).contains(new Point(status, 1, Standing.ON_TIME));
        } else {
            assertThat(point).isEmpty();
        }
    }

    @Property
    void more_done_never_moves_the_point_back(@ForAll Random random) {
        LocalDate status = START.plusDays(random.nextInt(60));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            parts.add(new Part(bar(random, random.nextDouble()), random.nextInt(1, 10)));
        }
        Optional<Point> before = FrontLine.ofSummary(status, parts);
        Bar first = parts.getFirst().bar();
        parts.set(0, new Part(new Bar(first.id(), first.start(), first.finish(), first.calendar(), false,
                first.shareDone() + 0.1), parts.getFirst().weight()));
        Optional<Point> after = FrontLine.ofSummary(status, parts);

        if (before.isPresent() && after.isPresent()) {
            assertThat(after.get().standing()).isGreaterThanOrEqualTo(before.get().standing());
            if (after.get().standing() == before.get().standing()) {
                assertThat(moment(after.get())).isGreaterThanOrEqualTo(moment(before.get()) - 1e-6);
            }
        }
    }

    private static List<Part> parts(Random random, LocalDate status) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Bar bar = bar(random, 0);
            double share = PlannedProgress.share(bar.start(), bar.finish(), WEEK, status);
            parts.add(new Part(new Bar(bar.id(), bar.start(), bar.finish(), WEEK, false, share), random.nextInt(1, 10)));
        }
        return parts;
    }

    private static Bar bar(Random random, double share) {
        LocalDate start = WEEK.nextWorkingDay(START.plusDays(random.nextInt(40)));
        return new Bar(random.nextInt(1, 1000), start, WEEK.plusWorkingDays(start, random.nextInt(1, 20)), WEEK, false,
                share);
    }

    private static double moment(Point point) {
        return point.day().toEpochDay() + point.fraction();
    }
}
