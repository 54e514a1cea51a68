package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the instances of the project scheduling problem library (PSPLIB): one unit of time is one working day, every
 * day is worked, and the first and last job, which only mark start and end, become milestones.
 */
final class BenchmarkInstanceReader {

    private static final String PRECEDENCE = "PRECEDENCE RELATIONS";
    private static final String DURATIONS = "REQUESTS/DURATIONS";
    private static final long CALENDAR = 1;
    private static final int LONGEST_DAYS = 100_000;

    private final List<String> lines;
    private final Map<Long, int[]> successors = new LinkedHashMap<>();
    private final Map<Long, Integer> modes = new LinkedHashMap<>();
    private final Map<Long, Integer> days = new LinkedHashMap<>();

    private BenchmarkInstanceReader(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * @param start the day on which the plan begins, since the file has no dates
     * @throws UnreadableFileException when a section or a job is missing, or a number is none
     */
    static PlanDocument read(String text, String title, LocalDate start) throws UnreadableFileException {
        try {
            return new BenchmarkInstanceReader(text).read(title, start);
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            throw new UnreadableFileException(Reason.DAMAGED);
        }
    }

    private PlanDocument read(String title, LocalDate start) throws UnreadableFileException {
        readPrecedence();
        readDurations();
        if (successors.isEmpty()) {
            throw new UnreadableFileException(Reason.NO_TASKS);
        }
        if (!successors.keySet().equals(days.keySet()) || successors.size() < declaredJobs()) {
            throw new UnreadableFileException(Reason.TRUNCATED);
        }
        List<PlanTask> tasks = new ArrayList<>();
        List<PlanLink> links = new ArrayList<>();
        for (Map.Entry<Long, int[]> job : successors.entrySet()) {
            tasks.add(PlanTask.of(job.getKey(), null, "job " + job.getKey(),
                    WorkingTime.days(days.get(job.getKey()))));
            for (int successor : job.getValue()) {
                if (!successors.containsKey((long) successor)) {
                    throw new UnreadableFileException(Reason.DAMAGED);
                }
                links.add(new PlanLink(job.getKey(), successor, LinkType.FINISH_TO_START, 0, false));
            }
        }
        LeftOutList leftOut = new LeftOutList();
        leftOut.add(LeftOut.What.RESOURCES, resources());
        PlanCalendar calendar = PlanCalendar.of(CALENDAR, "7 × 8", WorkCalendar.everyDay());
        return new PlanDocument(ScheduleFormat.SM, title, start, null, CALENDAR, List.of(calendar), tasks, links,
                leftOut.toList());
    }

    private void readPrecedence() throws UnreadableFileException {
        for (int i = lineAfter(PRECEDENCE); i < lines.size() && !isRule(lines.get(i)); i++) {
            int[] numbers = numbers(lines.get(i));
            if (numbers.length == 0) {
                continue;
            }
            int[] following = new int[numbers[2]];
            System.arraycopy(numbers, 3, following, 0, following.length);
            successors.put((long) numbers[0], following);
            modes.put((long) numbers[0], numbers[1]);
        }
    }

    private void readDurations() throws UnreadableFileException {
        int furtherModes = 0;
        for (int i = lineAfter(DURATIONS); i < lines.size() && !isRule(lines.get(i)); i++) {
            int[] numbers = numbers(lines.get(i));
            if (numbers.length == 0) {
                continue;
            }
            if (furtherModes > 0) {
                furtherModes--;
                continue;
            }
            if (numbers[2] < 0 || numbers[2] > LONGEST_DAYS) {
                throw new UnreadableFileException(Reason.DAMAGED);
            }
            days.put((long) numbers[0], numbers[2]);
            furtherModes = modes.getOrDefault((long) numbers[0], 1) - 1;
        }
    }

    private int declaredJobs() {
        return lines.stream().filter(line -> line.startsWith("jobs ")).findFirst()
                .map(line -> numbers(line.substring(line.indexOf(':') + 1))[0]).orElse(0);
    }

    private int resources() {
        return lines.stream().filter(line -> line.strip().startsWith("- "))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip().split("\\s+")[0]))
                .sum();
    }

    /** @return the line below the section's title and its column names */
    private int lineAfter(String section) throws UnreadableFileException {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(section)) {
                return i + 2;
            }
        }
        throw new UnreadableFileException(Reason.TRUNCATED);
    }

    private static boolean isRule(String line) {
        return line.startsWith("***");
    }

    private static int[] numbers(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("-")) {
            return new int[0];
        }
        String[] words = text.split("\\s+");
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Integer.parseInt(words[i]);
        }
        return numbers;
    }
}
