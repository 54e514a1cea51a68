package city.renewal.plan.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RoadConflictsTest {

    private final TestDatabase database;
    private final Services services;
    private final RoadConflicts conflicts;
    private final People people;

    RoadConflictsTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(SmallPlan.START));
        conflicts = services.get(RoadConflicts.class);
        people = People.join(services);
    }

    private SmallPlan on(String road, String code, int from, int to, String first, String second) {
        SmallPlan small = SmallPlan.add(services, people.planner(), code);
        type(small, small.pipes(), first);
        type(small, small.paving(), second);
        conflicts.place(people.planner(), small.project().id(),
                new RoadPosition(road, BigDecimal.valueOf(from), BigDecimal.valueOf(to), false));
        return small;
    }

    private void type(SmallPlan small, long taskId, String type) {
        Task task = services.get(Plans.class).task(taskId).task();
        services.get(PlanEditing.class).change(people.planner(), small.project().id(), taskId, task.version(),
                task.input().withWork(type, null));
    }

    @Test
    void a_trench_after_another_projects_surface_is_found_in_one_statement_and_named_to_both() {
        SmallPlan surfaced = on("Found Road", "FOUND-1", 0, 1_000, "resurfacing", "planting");
        SmallPlan dug = on("Found Road", "FOUND-2", 900, 2_000, "planting", "trenches");
        SmallPlan apart = on("Found Road", "FOUND-3", 2_500, 3_000, "planting", "trenches");

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            assertThat(conflicts.all()).filteredOn(conflict -> "Found Road".equals(conflict.later().road()))
                    .singleElement().satisfies(conflict -> {
                        assertThat(conflict.later().taskId()).isEqualTo(dug.paving());
                        assertThat(conflict.later().projectCode()).isEqualTo("FOUND-2");
                        assertThat(conflict.earlier().taskId()).isEqualTo(surfaced.pipes());
                        assertThat(conflict.earlier().projectName()).isEqualTo("Compound FOUND-1");
                    });
            assertThat(count.statements()).hasSize(1);
        }
        assertThat(conflicts.of(surfaced.project().id())).hasSize(1).isEqualTo(conflicts.of(dug.project().id()));
        assertThat(conflicts.of(apart.project().id())).isEmpty();
    }

    @Test
    void a_project_moved_to_another_road_is_in_nobodys_way_any_more() {
        on("Moved Road", "MOVED-1", 0, 1_000, "resurfacing", "planting");
        SmallPlan dug = on("Moved Road", "MOVED-2", 0, 1_000, "planting", "trenches");
        assertThat(conflicts.of(dug.project().id())).hasSize(1);

        conflicts.place(people.planner(), dug.project().id(), null);

        assertThat(conflicts.of(dug.project().id())).isEmpty();
        assertThat(conflicts.projects()).filteredOn(project -> project.code().startsWith("MOVED"))
                .extracting(project -> project.position() == null).containsExactly(false, true);
    }

    @Test
    void places_that_cannot_be_are_refused() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "PLACES");
        for (RoadPosition impossible : List.of(position("Road", 10, 10), position("Road", -1, 10))) {
            assertThatThrownBy(() -> conflicts.place(people.planner(), small.project().id(), impossible))
                    .isInstanceOf(Refusal.class).hasMessage("conflict.road.order");
        }
        assertThatThrownBy(() -> conflicts.place(people.planner(), small.project().id(), position(" ", 0, 10)))
                .isInstanceOf(Refusal.class).hasMessageStartingWith("conflict.road.missing");
        assertThatThrownBy(() -> conflicts.place(people.engineer(), small.project().id(), position("Road", 0, 10)))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
    }

    private static RoadPosition position(String road, int from, int to) {
        return new RoadPosition(road, BigDecimal.valueOf(from), BigDecimal.valueOf(to), true);
    }
}
