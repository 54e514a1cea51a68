package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.project.Kinds;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The few rows and links that are drawn anew after an edit leave the chart as if all were. */
class DrawnEditLawsTest {

    private static TestDatabase database;
    private static Services services;
    private static People people;
    private static int projects;

    @BeforeContainer
    static void openDatabase() {
        database = TestDatabase.embedded();
        services = database.services(TestClock.at(SmallPlan.START.plusDays(9)));
        people = People.join(services);
    }

    @AfterContainer
    static void closeDatabase() {
        database.close();
    }

    @Property(tries = 40)
    void theChartShowsThePlan(@ForAll @Size(min = 1, max = 12) List<UndoLawsTest.Edit> edits, @ForAll long seed) {
        Actor planner = people.planner();
        SmallPlan small = SmallPlan.add(services, planner, "DRAWN-" + ++projects);
        Random random = new Random(seed);
        Plans plans = services.get(Plans.class);
        if (random.nextBoolean()) {
            confirmWork(small);
        }
        PlanGantt drawing = new PlanGantt(services.get(Kinds.class),
                new Formats(new Messages(), Locale.SIMPLIFIED_CHINESE, plans.today()), key -> key);
        PlanSnapshot shown = plans.read(small.project().id());
        GanttChart chart = new GanttChart();
        chart.setModel(drawing.forEditors(shown));
        for (UndoLawsTest.Edit edit : edits) {
            PlanSnapshot now;
            try {
                now = edit.make(services, planner, shown, random).plan();
            } catch (Refusal refused) {
                continue;
            }
            chart.apply(drawing.forEditors(shown, now).orElseGet(() -> chart.differenceTo(drawing.forEditors(now))));
            assertThat(chart.differenceTo(drawing.forEditors(now)).isEmpty()).as("drawn after %s of %s", edit, edits)
                    .isTrue();
            shown = now;
        }
    }

    /** Else the law would hold as well if everything were always drawn. */
    @Example
    void aLongerTaskIsDrawnWithWhatItMovesAndNothingElse() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "DRAWN-ALONE");
        Plans plans = services.get(Plans.class);
        PlanSnapshot shown = plans.read(small.project().id());
        Task paving = shown.task(small.paving()).orElseThrow();
        PlanSnapshot now = services.get(PlanEditing.class).change(people.planner(), small.project().id(), paving.id(),
                paving.version(), paving.input().lasting(8 * 480)).plan();

        assertThat(new PlanGantt(services.get(Kinds.class), new Formats(new Messages(), Locale.SIMPLIFIED_CHINESE,
                plans.today()), key -> key).forEditors(shown, now).orElseThrow().rows())
                .extracting(GanttRow::id).containsExactly(small.summary(), small.paving());
    }

    private static void confirmWork(SmallPlan small) {
        SiteReports reports = services.get(SiteReports.class);
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), new NewReport(small.pipes(),
                SmallPlan.START.plusDays(3), BigDecimal.TEN, null, null, null, null, null)).id());
    }
}
