package city.renewal.desk.ui;

import city.renewal.plan.Task;
import city.renewal.plan.ui.DriverWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Why one task starts on its day, and where the answer names another task, the way to that one's. */
final class WhyThisDay extends Div {

    WhyThisDay(String projectCode, Task task, DriverWords words) {
        addClassName("why");
        add(new H3(getTranslation("driver.why")), list(projectCode, words.start(task)));
        List<DriverWords.Reason> rest = words.rest(task);
        if (!rest.isEmpty()) {
            add(new H3(getTranslation("driver.why.rest")), list(projectCode, rest));
        }
    }

    private UnorderedList list(String projectCode, List<DriverWords.Reason> reasons) {
        UnorderedList list = new UnorderedList();
        for (DriverWords.Reason reason : reasons) {
            list.add(new ListItem(reason.from() == 0
                    ? new Span(reason.words())
                    : link(projectCode, reason.from(), reason.words())));
        }
        return list;
    }

    /** @return a link that explains the task */
    static Component link(String projectCode, long taskId, String text) {
        RouterLink link = new RouterLink(text, CriticalView.class, PlanPages.of(projectCode));
        link.setQueryParameters(QueryParameters.of(CriticalView.TASK, String.valueOf(taskId)));
        return link;
    }
}
