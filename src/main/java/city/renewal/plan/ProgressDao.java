package city.renewal.plan;

import city.renewal.plan.ProgressRecorder.TaskSums;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/** What was done of tasks, and what waits for confirmation. */
interface ProgressDao {

    @SqlBatch("UPDATE task SET submitted_quantity = :s.submitted WHERE id = :s.taskId")
    void setSubmitted(@BindMethods("s") List<TaskSums> s);

    @SqlBatch("""
            UPDATE task
               SET confirmed_quantity = :s.confirmed, submitted_quantity = :s.submitted
             WHERE id = :s.taskId""")
    void setSums(@BindMethods("s") List<TaskSums> s);

    @SqlBatch("""
            UPDATE task
               SET confirmed_quantity = :p.confirmedQuantity, submitted_quantity = :p.submittedQuantity,
                   actual_start_on = :d.actualStartOn, actual_finish_on = :d.actualFinishOn,
                   remaining_minutes = :d.remainingMinutes
             WHERE id = :id""")
    void setProgress(List<Long> id, @BindMethods("p") List<TaskProgress> p, @BindMethods("d") List<TaskDates> d);
}
