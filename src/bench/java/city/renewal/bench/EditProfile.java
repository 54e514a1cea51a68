package city.renewal.bench;
import city.renewal.account.*; import city.renewal.base.*; import city.renewal.app.*; import city.renewal.plan.*; import city.renewal.plan.ui.PlanGantt; import city.renewal.plan.forecast.*; import city.renewal.gantt.ui.*; import city.renewal.project.*; import city.renewal.schedule.*;
import java.nio.file.*; import java.time.*; import java.util.*;
public final class EditProfile {
  public static void main(String[] a) throws Exception {
    Path data = Files.createTempDirectory("edit");
    EditBenchmark.fill(data, 5000);
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      Services services = EditBenchmark.services(database);
      Actor planner = new Actor(0, "planner", "Planner", Role.PLANNER);
      PlanEditing editing = services.get(PlanEditing.class);
      Plans plans = services.get(Plans.class);
      Forecasts forecasts = services.get(Forecasts.class);
      long pid = services.get(Projects.class).find("LARGE").orElseThrow().id();
      Formats formats = new Formats(new Messages(), Locale.SIMPLIFIED_CHINESE, LocalDate.now());
      PlanGantt drawing = new PlanGantt(services.get(Kinds.class), formats, key -> key);
      PlanSnapshot plan = plans.read(pid);
      GanttModel model = drawing.forEditors(plan);
      int n = Integer.parseInt(a[0]);
      long id = plan.tasks().get(1).id();
      for (int i = 0; i < n; i++) {
        Task t = plan.task(id).orElseThrow();
        long t0 = System.nanoTime();
        Edited e = editing.move(planner, pid, id, t.version(), t.dates().startOn().plusDays(1));
        long t1 = System.nanoTime();
        plan = e.plan();
        GanttModel m = drawing.forEditors(plan);
        long t2 = System.nanoTime();
        GanttChanges c = GanttChanges.between(model, m); model = m;
        long t3 = System.nanoTime();
        forecasts.brief(plan); 
        long t4 = System.nanoTime();
        forecasts.outOfSequence(plan);
        long t5 = System.nanoTime();
        plan.doneShare();
        long t6 = System.nanoTime();
        plans.read(pid);
        long t7 = System.nanoTime();
        if (i > n - 6) System.out.printf("edit %.1f draw %.1f diff %.1f brief %.1f oos %.1f done %.1f read %.1f rows %d%n", (t1-t0)/1e6,(t2-t1)/1e6,(t3-t2)/1e6,(t4-t3)/1e6,(t5-t4)/1e6,(t6-t5)/1e6,(t7-t6)/1e6,c.rows().size());
      }
    }
  }
}
