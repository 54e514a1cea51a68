package city.renewal.gantt.ui;

import city.renewal.schedule.LinkType;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tree, bars and the time axis of one project. Set a model, then send what changes by id; listen for what people do.
 * The words come from the resource bundles in the reader's language, so that a model holds only what people typed.
 *
 * <p>The chart remembers its rows and sends them again when it is attached anew, for example after a page reload.
 * Zoom, folded rows and the scroll position are the browser's; a new model keeps them.
 *
 * <p>All methods are for the UI thread; from a background thread go through {@code UI.access}. They may be called
 * before the chart is attached.
 */
@Tag("renewal-gantt")
@NpmPackage(value = "dhtmlx-gantt", version = "10.0.3")
@JsModule("./gantt/renewal-gantt.ts")
public final class GanttChart extends Component implements HasSize, HasStyle, LocaleChangeObserver {

    private static final String DETAIL = "event.detail";

    private final GanttState state = new GanttState();
    private boolean editing;
    private boolean modelDue;
    private boolean labelsDue;
    /** Counts whole models, so that a change is not sent after a model that already holds it. */
    private int generation;

    public GanttChart() {
        listen("gantt-select", detail -> fireEvent(new TaskSelectedEvent(this, true, detail.get("id").asLong())));
        listen("gantt-open", detail -> fireEvent(new TaskOpenedEvent(this, detail.get("id").asLong())));
        listen("gantt-edit", this::edit);
    }

    /** Shows this and nothing else. */
    public void setModel(GanttModel model) {
        state.set(model);
        modelDue = true;
        generation++;
        getUI().ifPresent(this::sendLater);
    }

    /**
     * Changes rows and links by id without drawing the chart anew. Passed over before the first
     * {@link #setModel model}.
     */
    public void apply(GanttChanges changes) {
        if (state.isEmpty() || changes.isEmpty()) {
            return;
        }
        state.apply(changes);
        callUnlessModelFollows("applyChanges", GanttJson.changes(changes));
    }

    /** @return the row as last set or changed */
    public Optional<GanttRow> row(long id) {
        return state.row(id);
    }

    /** @return the rows as last set or changed; those added later come last */
    public List<GanttRow> rows() {
        return state.rows();
    }

    /** @return the links as last set or changed */
    public List<GanttLink> links() {
        return state.links();
    }

    /** Draws the time axis in this unit, around the days now in view. */
    public void setZoom(GanttZoom zoom) {
        call("zoomTo", zoom.code());
    }

    /** Chooses the scale at which the whole project is in view, or the coarsest. */
    public void fit() {
        call("fit");
    }

    /** Chooses a row, unfolds what hides it and brings it into view. An unknown id is passed over. */
    public void select(long id) {
        if (state.row(id).isPresent()) {
            call("selectRow", (double) id);
            fireEvent(new TaskSelectedEvent(this, false, id));
        }
    }

    /** Like {@link #select}, and puts the keyboard there; fires no event. */
    public void focusRow(long id) {
        if (state.row(id).isPresent()) {
            call("focusRow", (double) id);
        }
    }

    /**
     * @param editing whether bars may be dragged and links drawn, on rows that are {@link GanttRow#editable}; at first
     *                they may not
     */
    public void setEditing(boolean editing) {
        this.editing = editing;
        getElement().setProperty("editing", editing);
    }

    public boolean isEditing() {
        return editing;
    }

    /** @param visible whether zoom and folding have buttons above the chart; at first they have */
    public void setToolbarVisible(boolean visible) {
        getElement().setProperty("toolbarHidden", !visible);
    }

    /** @param visible whether what is drawn is explained under the chart; at first it is */
    public void setLegendVisible(boolean visible) {
        getElement().setProperty("legendHidden", !visible);
    }

    public Registration addTaskSelectedListener(ComponentEventListener<TaskSelectedEvent> listener) {
        return addListener(TaskSelectedEvent.class, listener);
    }

    public Registration addTaskOpenedListener(ComponentEventListener<TaskOpenedEvent> listener) {
        return addListener(TaskOpenedEvent.class, listener);
    }

    /** The listener has to answer, see {@link GanttEditEvent}. */
    public Registration addTaskMovedListener(ComponentEventListener<TaskMovedEvent> listener) {
        return addListener(TaskMovedEvent.class, listener);
    }

    /** The listener has to answer, see {@link GanttEditEvent}. */
    public Registration addLinkDrawnListener(ComponentEventListener<LinkDrawnEvent> listener) {
        return addListener(LinkDrawnEvent.class, listener);
    }

    /** The listener has to answer, see {@link GanttEditEvent}. */
    public Registration addLinkRemovedListener(ComponentEventListener<LinkRemovedEvent> listener) {
        return addListener(LinkRemovedEvent.class, listener);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        labelsDue = true;
        sendLater(event.getUI());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        labelsDue = true;
        modelDue = !state.isEmpty();
        generation++;
        sendLater(event.getUI());
    }

    void accept(int edit, GanttChanges changes) {
        state.apply(changes);
        callUnlessModelFollows("acceptEdit", edit, GanttJson.changes(changes));
    }

    void refuse(int edit, String reason) {
        callUnlessModelFollows("refuseEdit", edit, reason);
    }

    /** What arrives may be forged, so it is checked again that this chart may be edited. */
    private void edit(JsonNode detail) {
        int edit = detail.get("edit").asInt();
        GanttEditEvent event = editing ? editEvent(edit, detail) : null;
        if (event == null) {
            refuse(edit, getTranslation(GanttLabels.NOT_EDITABLE));
            return;
        }
        try {
            fireEvent(event);
        } finally {
            if (event.isUnanswered()) {
                event.refuse(getTranslation(GanttLabels.UNANSWERED));
            }
        }
    }

    private @Nullable GanttEditEvent editEvent(int edit, JsonNode detail) {
        return switch (detail.get("type").asString()) {
            case "move" -> moved(edit, detail);
            case "link" -> linkDrawn(edit, detail);
            case "unlink" -> linkRemoved(edit, detail);
            default -> null;
        };
    }

    private @Nullable TaskMovedEvent moved(int edit, JsonNode detail) {
        long id = detail.get("id").asLong();
        LocalDate start = LocalDate.ofEpochDay(detail.get("start").asInt());
        LocalDate finish = LocalDate.ofEpochDay(detail.get("finish").asInt());
        if (!state.isEditable(id) || finish.isBefore(start)) {
            return null;
        }
        TaskMovedEvent.Kind kind = TaskMovedEvent.Kind.valueOf(detail.get("kind").asString());
        return new TaskMovedEvent(this, edit, id, start, finish, kind);
    }

    private @Nullable LinkDrawnEvent linkDrawn(int edit, JsonNode detail) {
        long source = detail.get("source").asLong();
        long target = detail.get("target").asLong();
        if (source == target || !state.isEditable(source) || !state.isEditable(target)) {
            return null;
        }
        for (LinkType type : LinkType.values()) {
            if (type.code().equals(detail.get("link").asString())) {
                return new LinkDrawnEvent(this, edit, source, target, type);
            }
        }
        return null;
    }

    private @Nullable LinkRemovedEvent linkRemoved(int edit, JsonNode detail) {
        long id = detail.get("id").asLong();
        boolean allowed = state.link(id).map(link -> state.isEditable(link.target())).orElse(false);
        return allowed ? new LinkRemovedEvent(this, edit, id) : null;
    }

    /** Several models set in one request are sent once; everything called meanwhile comes after. */
    private void sendLater(UI ui) {
        ui.beforeClientResponse(this, context -> sendWhatIsDue());
    }

    private void sendWhatIsDue() {
        if (labelsDue) {
            labelsDue = false;
            String labels = GanttJson.labels(getLocale().toLanguageTag(), GanttLabels.translate(this::getTranslation));
            getElement().callJsFunction("setLabels", labels);
        }
        if (modelDue) {
            modelDue = false;
            getElement().callJsFunction("setModel", state.json());
        }
    }

    /** Keeps the order of calls: what is due has to be sent before what speaks of it. */
    private void call(String function, Object... arguments) {
        getElement().getNode().runWhenAttached(ui -> ui.beforeClientResponse(this, context -> {
            sendWhatIsDue();
            getElement().callJsFunction(function, arguments);
        }));
    }

    /** A whole model ends every edit and holds every change. */
    private void callUnlessModelFollows(String function, Object... arguments) {
        int current = generation;
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> {
            if (current == generation) {
                sendWhatIsDue();
                getElement().callJsFunction(function, arguments);
            }
        }));
    }

    private void listen(String event, SerializableConsumer<JsonNode> listener) {
        getElement().addEventListener(event, (DomEvent e) -> listener.accept(e.getEventData().get(DETAIL)))
                .addEventData(DETAIL);
    }
}
