package city.renewal.visit.ui;

import city.renewal.visit.CrewLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The homes of one crew on one day. A line that is as it was stays as it is, with what somebody is writing in it. */
final class CrewHomes extends Div {

    private final transient VisitContext context;
    private final String crew;
    private final transient Consumer<Supplier<String>> attempt;
    private final H3 head = new H3();
    private final UnorderedList list = new UnorderedList();
    private final Map<Long, HomeItem> items = new HashMap<>();

    /** @param attempt does something that may be refused, and says what became of it */
    CrewHomes(VisitContext context, String crew, Consumer<Supplier<String>> attempt) {
        this.context = context;
        this.crew = crew;
        this.attempt = attempt;
        list.addClassName("visit-list");
        add(head, list);
    }

    /** @param lines the crew's, in order */
    void show(List<CrewLine> lines) {
        head.setText(getTranslation("visit.sheet.crew", context.name(crew), lines.size()));
        Set<CrewLine> same = new HashSet<>(lines);
        Map<Long, String> written = new HashMap<>();
        items.values().removeIf(item -> {
            if (same.contains(item.line())) {
                return false;
            }
            written.put(item.line().visit().id(), item.reason());
            list.remove(item);
            return true;
        });
        for (int place = 0; place < lines.size(); place++) {
            CrewLine line = lines.get(place);
            if (!items.containsKey(line.visit().id())) {
                HomeItem item = new HomeItem(context, line,
                        Objects.requireNonNullElse(written.get(line.visit().id()), ""), attempt);
                items.put(line.visit().id(), item);
                list.addComponentAtIndex(place, item);
            }
        }
    }
}
