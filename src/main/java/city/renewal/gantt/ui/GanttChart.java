package city.renewal.gantt.ui;

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
import java.util.ArrayList;
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
    private final EditReader reader = new EditReader(this, state);
    private List<Long> selection = List.of();
    private @Nullable String choices;
    private boolean editing;
    private boolean modelDue;
    private boolean labelsDue;
    /** Counts whole models, so that a change is not sent after a model that already holds it. */
    private int generation;

    public GanttChart() {
        listen("gantt-select", this::selected);
        listen("gantt-open", detail -> fireEvent(new TaskOpenedEvent(this, detail.get("id").asLong())));
        listen("gantt-edit", this::edit);
        listen("gantt-earlier", detail ->
                fireEvent(new EarlierAskedEvent(this, detail.get("shown").asBoolean())));
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

    /**
     * @return what {@link #apply} needs to show these rows and links; calendar, dates and columns are not compared, they
     *         need {@link #setModel}
     */
    public GanttChanges differenceTo(GanttModel after) {
        return state.difference(after);
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
            selection = List.of(id);
            fireEvent(new TaskSelectedEvent(this, false, id));
        }
    }

    /** Like {@link #select}, and puts the keyboard there; fires no event. */
    public void focusRow(long id) {
        if (state.row(id).isPresent()) {
            call("focusRow", (double) id);
        }
    }

    /** @return ids of the rows that are chosen, from top to bottom; the active one among them */
    public List<Long> selection() {
        return selection.stream().filter(id -> state.row(id).isPresent()).toList();
    }

    /** Puts the keyboard into a cell, to type over what it says. An unknown id is passed over. */
    public void editCell(long id, GanttColumn column) {
        if (state.row(id).isPresent()) {
            selection = List.of(id);
            call("editCell", (double) id, column.code());
        }
    }

    /** @param texts what cells of the column may say, besides nothing; without a call they may say anything */
    public void setChoices(GanttColumn column, List<String> texts) {
        choices = GanttJson.choices(column, texts);
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

    /** Draws these beside the present front line; none to draw only that. They stay until they are set again. */
    public void setEarlier(List<EarlierFront> fronts) {
        call("setEarlier", GanttJson.earlier(fronts));
    }

    /** With a listener the chart offers a button for it. */
    public Registration addEarlierAskedListener(ComponentEventListener<EarlierAskedEvent> listener) {
        getElement().setProperty("earlierOffered", true);
        return addListener(EarlierAskedEvent.class, listener);
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

    /** The listener has to answer, see {@link GanttEditEvent}. */
    public Registration addCellEditedListener(ComponentEventListener<CellEditedEvent> listener) {
        return addListener(CellEditedEvent.class, listener);
    }

    /** The listener has to answer, see {@link GanttEditEvent}. */
    public Registration addRowsCommandListener(ComponentEventListener<RowsCommandEvent> listener) {
        return addListener(RowsCommandEvent.class, listener);
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

    private void selected(JsonNode detail) {
        List<Long> chosen = new ArrayList<>();
        detail.get("ids").forEach(id -> chosen.add(id.asLong()));
        selection = List.copyOf(chosen);
        fireEvent(new TaskSelectedEvent(this, true, detail.get("id").asLong()));
    }

    /** What arrives may be forged, so it is checked again that this chart may be edited. */
    private void edit(JsonNode detail) {
        int edit = detail.get("edit").asInt();
        GanttEditEvent event = editing ? reader.read(edit, detail) : null;
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

    /** Several models set in one request are sent once; everything called meanwhile comes after. */
    private void sendLater(UI ui) {
        ui.beforeClientResponse(this, context -> sendWhatIsDue());
    }

    private void sendWhatIsDue() {
        if (labelsDue) {
            labelsDue = false;
            String labels = GanttJson.labels(getLocale().toLanguageTag(), GanttLabels.translate(this::getTranslation));
            getElement().callJsFunction("setLabels", labels);
            if (choices != null) {
                getElement().callJsFunction("setChoices", choices);
            }
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
