package city.renewal.visit.ui;

import city.renewal.base.Refusal;
import city.renewal.base.ui.DeskCard;
import city.renewal.visit.CrewLine;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A day's list by crew, to be printed, and to say what the crew found. */
public final class DayListCard extends DeskCard {

    private final transient VisitContext context;
    private final transient LocalDate day;
    private final transient @Nullable String crew;
    private final Paragraph none = new Paragraph(getTranslation("visit.list.none"));
    private final Anchor print;
    private final Div content = new Div();
    private final Map<String, CrewHomes> crews = new HashMap<>();
    private transient List<CrewLine> shown = List.of();

    /**
     * @param crew null for all
     * @throws Refusal when the reader may not see the project's homes
     */
    public DayListCard(VisitContext context, LocalDate day, @Nullable String crew) {
        super(context.text("visit.list.title", context.words().day(day)), context.messages());
        this.context = context;
        this.day = day;
        this.crew = crew;
        this.print = print();
        setId("visit-day");
        add(none, print, content);
        show();
    }

    /** Shows what others booked, moved or noted meanwhile; a page calls it when the project changed. */
    public void refresh() {
        List<CrewLine> before = shown;
        try {
            show();
        } catch (Refusal refused) {
            say(text(refused), false);
            return;
        }
        if (!shown.equals(before)) {
            say(getTranslation("visit.list.updated"), true);
        }
    }

    private void show() {
        shown = context.services().board().day(context.actor(), context.project(), day, crew, shown);
        none.setVisible(shown.isEmpty());
        print.setVisible(!shown.isEmpty());
        Map<String, List<CrewLine>> homes = new LinkedHashMap<>();
        shown.forEach(line -> homes.computeIfAbsent(line.visit().crew(), first -> new ArrayList<>()).add(line));
        crews.entrySet().removeIf(each -> {
            boolean gone = !homes.containsKey(each.getKey());
            if (gone) {
                content.remove(each.getValue());
            }
            return gone;
        });
        int place = 0;
        for (Map.Entry<String, List<CrewLine>> each : homes.entrySet()) {
            CrewHomes part = crews.get(each.getKey());
            if (part == null) {
                part = new CrewHomes(context, each.getKey(), this::mark);
                crews.put(each.getKey(), part);
                content.addComponentAtIndex(place, part);
            }
            part.show(each.getValue());
            place++;
        }
    }

    private void mark(Supplier<String> work) {
        attempt(() -> {
            String said = work.get();
            show();
            return said;
        });
    }

    private Anchor print() {
        Anchor link = new Anchor(DownloadHandler.fromInputStream(asked -> {
            byte[] pdf = context.services().sheet().print(context.actor(), context.project(), day, crew,
                    context.words().formats());
            return new DownloadResponse(new ByteArrayInputStream(pdf), context.project().code() + "-visits-" + day
                    + ".pdf", "application/pdf", pdf.length);
        }), AttachmentType.INLINE, getTranslation("visit.list.print"));
        link.setTarget("_blank");
        link.setId("visit-print");
        return link;
    }
}
