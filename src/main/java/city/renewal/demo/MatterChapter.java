package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.CsvText;
import city.renewal.base.YamlNode;
import city.renewal.matter.Grids;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterHandling;
import city.renewal.matter.MatterPhotos;
import city.renewal.matter.MatterTicket;
import city.renewal.matter.Matters;
import city.renewal.matter.MediationKind;
import city.renewal.matter.NewMatter;
import city.renewal.matter.Repairs;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.io.ByteArrayInputStream;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Grids and residents' matters of the demonstration, in every state, each step taken as people would in its time. */
public final class MatterChapter implements DemoChapter {

    private static final String FILE = "config/demo/matters.yaml";
    private static final LocalTime FIRST_HOUR = LocalTime.of(9, 20);
    private static final int MINUTES = 45;

    private final Projects projects;
    private final Grids grids;
    private final Function<Clock, Matters> matters;
    private final MatterDesk desk;
    private final Function<Clock, MatterHandling> handlings;
    private final Function<Clock, Repairs> repairs;
    private final MatterPhotos photos;
    private final Clock now;

    /**
     * @param matters   takes residents' reports by a clock, which here is moved through the past
     * @param desk      reads them
     * @param handlings handles them by the same clock
     * @param repairs   what firms say, by the same clock
     * @param now       nothing happens later than this
     */
    public MatterChapter(Projects projects, Grids grids, Function<Clock, Matters> matters, MatterDesk desk,
                         Function<Clock, MatterHandling> handlings, Function<Clock, Repairs> repairs,
                         MatterPhotos photos, Clock now) {
        this.projects = projects;
        this.grids = grids;
        this.matters = matters;
        this.desk = desk;
        this.handlings = handlings;
        this.repairs = repairs;
        this.photos = photos;
        this.now = now;
    }

    @Override
    public void add(DemoScene scene) {
        YamlNode file = YamlNode.packed(FILE);
        Actor worker = Objects.requireNonNull(scene.people().get(Role.COMMUNITY));
        grids.take(Objects.requireNonNull(scene.people().get(Role.ADMINISTRATOR)),
                new ByteArrayInputStream(register(scene, file, worker.login())), false);
        MovedClock clock = new MovedClock(now.getZone());
        Telling telling = new Telling(matters.apply(clock), handlings.apply(clock), repairs.apply(clock),
                worker, scene.logins(), clock, scene.today());
        file.nodes("matters").forEach(node -> tell(telling, scene, node));
    }

    /** One full grid for each community, a micro-grid for each building of the first compound, one dedicated grid. */
    private byte[] register(DemoScene scene, YamlNode file, String worker) {
        CsvText csv = new CsvText().row(List.of("code", "kind", "name", "worker", "community", "project", "buildings"));
        List<String> communities = new ArrayList<>(new TreeSet<>(scene.places().stream()
                .map(place -> place.project().community()).filter(Objects::nonNull).toList()));
        for (int i = 0; i < communities.size(); i++) {
            csv.row(List.of(String.format(Locale.ROOT, "QK%03d", i + 1), "FULL",
                    MessageFormat.format(file.text("full"), communities.get(i)), worker, communities.get(i), "", ""));
        }
        Project compound = scene.place(file.text("micro-in")).project();
        for (Place place : projects.places(compound.id())) {
            csv.row(List.of("WG-" + place.code(), "MICRO",
                    MessageFormat.format(file.text("micro"), compound.name(), place.name()), worker, "",
                    compound.code(), place.code()));
        }
        Project site = scene.place(file.text("dedicated-in")).project();
        return csv.row(List.of("ZS001", "DEDICATED", MessageFormat.format(file.text("dedicated"), site.name()), worker,
                "", site.code(), "")).bytes();
    }

    private void tell(Telling telling, DemoScene scene, YamlNode node) {
        Project project = scene.place(node.text("project")).project();
        List<Place> buildings = projects.places(project.id());
        String building = node.has("building")
                ? buildings.get(Math.min(node.whole("building", 1), buildings.size()) - 1).code() : null;
        telling.at(node.whole("ago", 0), 0);
        MatterTicket ticket = telling.matters.report(new NewMatter(node.text("kind"), project.code(), building,
                building == null ? null : node.textOrNull("stairwell"), node.text("says"), node.textOrNull("phone"),
                List.of()));
        telling.numbers.put(node.text("key"), ticket.number());
        List<YamlNode> steps = node.nodes("steps");
        for (int i = 0; i < steps.size(); i++) {
            telling.at(steps.get(i).whole("ago", 0), i + 1);
            telling.step(steps.get(i), ticket);
        }
    }

    /** Takes steps at the moments at which they were taken. */
    private final class Telling {

        private final Matters matters;
        private final MatterHandling handling;
        private final Repairs repairs;
        private final Actor worker;
        private final Map<String, Actor> logins;
        private final MovedClock clock;
        private final LocalDate today;
        private final Map<String, String> numbers = new HashMap<>();

        private Telling(Matters matters, MatterHandling handling, Repairs repairs, Actor worker,
                        Map<String, Actor> logins, MovedClock clock, LocalDate today) {
            this.matters = matters;
            this.handling = handling;
            this.repairs = repairs;
            this.logins = logins;
            this.worker = worker;
            this.clock = clock;
            this.today = today;
        }

        private void at(int daysAgo, int step) {
            Instant then = today.minusDays(daysAgo).atTime(FIRST_HOUR.plusMinutes((long) MINUTES * step))
                    .atZone(now.getZone()).toInstant();
            clock.moveTo(then.isAfter(now.instant()) ? now.instant() : then);
        }

        private void step(YamlNode step, MatterTicket ticket) {
            String number = step.has("of") ? Objects.requireNonNull(numbers.get(step.text("of"))) : ticket.number();
            @Nullable String says = step.textOrNull("says");
            switch (step.text("act")) {
                case "take" -> handling.take(worker, number, version(number));
                case "note" -> handling.note(worker, number, Objects.requireNonNull(says));
                case "answer" -> handling.answer(worker, number, version(number), Objects.requireNonNull(says));
                case "publish" -> handling.publish(worker, number, version(number), step.text("report"), step.text("answer"));
                case "merge" -> handling.merge(worker, number, version(number),
                        Objects.requireNonNull(numbers.get(step.text("into"))));
                case "mediate" -> handling.mediate(worker, number, step.one(MediationKind.class, "kind",
                        MediationKind.MEETING), LocalDate.now(clock), Objects.requireNonNull(says));
                case "warranty" -> handling.nameWarranty(worker, number, version(number), desk.page(worker, number)
                        .orElseThrow().running().stream().filter(each -> each.work().equals(step.text("work")))
                        .findFirst().orElseThrow().id());
                case "come" -> repairs.plan(firm(step), number, today.plusDays(step.whole("in", 0)),
                        Objects.requireNonNull(says));
                case "mended" -> repairs.mended(firm(step), number, LocalDate.now(clock), Objects.requireNonNull(says),
                        List.of(photos.receive(new ByteArrayInputStream(
                                SitePicture.jpeg(says, true, clock.instant().atZone(now.getZone()))))));
                case "reopen" -> matters.reopen(number, ticket.key(), Objects.requireNonNull(says));
                case "rate" -> matters.rate(number, ticket.key(), step.whole("stars", Matters.BEST_RATING));
                default -> throw new IllegalArgumentException(step.where() + ": '" + step.text("act") + "' is no step");
            }
        }

        private Actor firm(YamlNode step) {
            return Objects.requireNonNull(logins.get(step.text("firm")), step::where);
        }

        private int version(String number) {
            return desk.page(worker, number).orElseThrow().version();
        }
    }
}
