package city.renewal.resident.ui;

import city.renewal.resident.StageStep;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** The stages in order, with the one that is reached. */
final class StageTrack extends Div {

    StageTrack(List<StageStep> stages, Reader reader) {
        addClassName("stage-track");
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("aria-label", reader.text("resident.stages"));
        // On a phone the stages are dots, and this says which one is reached.
        Div now = new Div();
        now.addClassName("stage-now");
        now.getElement().setAttribute("aria-hidden", "true");
        int number = 0;
        for (StageStep stage : stages) {
            number++;
            ListItem step = new ListItem(new Span(reader.words(stage.name())));
            step.addClassName("stage-" + stage.progress().name().toLowerCase(Locale.ROOT));
            if (stage.reachedOn() != null) {
                Span day = new Span(reader.date(stage.reachedOn()));
                day.addClassName("stage-day");
                step.add(day);
            }
            if (stage.progress() == StageStep.Progress.CURRENT) {
                step.getElement().setAttribute("aria-current", "step");
                Span name = new Span(reader.words(stage.name()));
                now.add(name, new Span(reader.text("resident.stage.of", number, stages.size())));
            }
            list.add(step);
        }
        add(list, now);
    }
}
