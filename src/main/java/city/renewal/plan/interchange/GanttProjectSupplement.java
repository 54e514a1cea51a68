package city.renewal.plan.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;

/** Adds to MPXJ's reading of a GanttProject file what it passes over: notes, baselines, and links of nested tasks. */
final class GanttProjectSupplement {

    /** MPXJ numbers tasks from 1 where GanttProject numbers them from 0. */
    private static final int UID_OFFSET = 1;
    private static final int MOST_BASELINES = 11;

    private final ProjectFile project;
    private final Deque<String> openTasks = new ArrayDeque<>();
    private int baseline = -1;

    private GanttProjectSupplement(ProjectFile project) {
        this.project = project;
    }

    static void apply(Path file, ProjectFile project) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            new GanttProjectSupplement(project).read(factory.createXMLStreamReader(in));
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "task" -> openTasks.push(String.valueOf(xml.getAttributeValue(null, "id")));
                    case "depend" -> addLink(xml);
                    case "notes" -> addNotes(xml);
                    case "previous-tasks" -> baseline++;
                    case "previous-task" -> addBaseline(xml);
                    default -> {
                        // read by MPXJ
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("task")) {
                openTasks.pop();
            }
        }
    }

    private void addLink(XMLStreamReader xml) {
        Task predecessor = task(openTasks.peek());
        Task successor = task(xml.getAttributeValue(null, "id"));
        if (predecessor == null || successor == null) {
            return;
        }
        RelationType type = switch (String.valueOf(xml.getAttributeValue(null, "type"))) {
            case "1" -> RelationType.START_START;
            case "3" -> RelationType.FINISH_FINISH;
            case "4" -> RelationType.START_FINISH;
            default -> RelationType.FINISH_START;
        };
        boolean known = successor.getPredecessors().stream().anyMatch(relation ->
                relation.getPredecessorTask() == predecessor && relation.getType() == type);
        if (!known) {
            Integer days = number(xml.getAttributeValue(null, "difference"));
            successor.addPredecessor(new Relation.Builder().predecessorTask(predecessor).type(type)
                    .lag(Duration.getInstance(days == null ? 0 : days, TimeUnit.DAYS)));
        }
    }

    private void addNotes(XMLStreamReader xml) throws XMLStreamException {
        Task task = task(openTasks.peek());
        String notes = xml.getElementText().strip();
        if (task != null && !notes.isEmpty()) {
            task.setNotes(notes);
        }
    }

    private void addBaseline(XMLStreamReader xml) {
        Task task = task(xml.getAttributeValue(null, "id"));
        LocalDateTime start = date(xml.getAttributeValue(null, "start"));
        Integer days = number(xml.getAttributeValue(null, "duration"));
        if (task == null || start == null || days == null || days < 0 || baseline >= MOST_BASELINES) {
            return;
        }
        Duration duration = Duration.getInstance(days, TimeUnit.DAYS);
        LocalDateTime finish = days == 0 ? start : project.getDefaultCalendar().getDate(start, duration);
        if (baseline == 0) {
            task.setBaselineStart(start);
            task.setBaselineFinish(finish);
            task.setBaselineDuration(duration);
        } else {
            task.setBaselineStart(baseline, start);
            task.setBaselineFinish(baseline, finish);
            task.setBaselineDuration(baseline, duration);
        }
    }

    private @Nullable Task task(@Nullable String id) {
        Integer number = number(id);
        return number == null ? null : project.getTaskByUniqueID(number + UID_OFFSET);
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable LocalDateTime date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip()).atStartOfDay();
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
