package city.renewal.resident.ui;

import city.renewal.plan.Task;
import city.renewal.resident.ComingWork;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What happens this week and what begins next week, and where. */
final class ComingWorkCard extends Section {

    /** Lines of a week that are shown; the timeline has the others. */
    private static final int SHOWN = 7;

    private final transient ResidentPage page;
    private final transient Reader reader;

    ComingWorkCard(ResidentPage page, Reader reader) {
        this.page = page;
        this.reader = reader;
        addClassNames("card", "coming");
        add(new H2(reader.text("resident.coming")));
        ComingWork work = page.plan() == null
                ? new ComingWork(List.of(), List.of())
                : ComingWork.of(page.plan(), page.today());
        week("resident.coming.this-week", work.thisWeek());
        week("resident.coming.next-week", work.nextWeek());
        if (work.thisWeek().isEmpty() && work.nextWeek().isEmpty()) {
            add(new Paragraph(reader.text("resident.coming.none")));
        }
    }

    private void week(String key, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        tasks.stream().limit(SHOWN).forEach(task -> list.add(line(task)));
        add(new H3(reader.text(key)), list);
        if (tasks.size() > SHOWN) {
            Paragraph more = new Paragraph(reader.text("resident.coming.more", tasks.size() - SHOWN));
            more.addClassName("secondary");
            add(more);
        }
    }

    private ListItem line(Task task) {
        ListItem line = new ListItem();
        String name = reader.task(task);
        ResidentPlace place = task.input().placeId() == null ? null : page.places().get(task.input().placeId());
        if (place != null && !name.contains(reader.words(place.name()))) {
            Span where = new Span(reader.words(place.name()));
            where.addClassName("where");
            line.add(where);
        }
        Span days = new Span(task.input().milestone()
                ? reader.date(task.dates().finishOn())
                : reader.text("resident.days", reader.date(task.dates().startOn()),
                        reader.date(task.dates().finishOn())));
        days.addClassName("secondary");
        line.add(new Span(name), days);
        return line;
    }
}
