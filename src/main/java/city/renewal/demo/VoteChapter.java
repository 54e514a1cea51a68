package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Messages;
import city.renewal.base.YamlNode;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentServices;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.ItemKind;
import city.renewal.consent.NewItem;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The votes of the demonstration, cast by its households one by one, each in its time. */
public final class VoteChapter implements DemoChapter {

    private static final String FILE = "config/demo/votes.yaml";
    private static final LocalTime OFFICE_HOUR = LocalTime.of(9, 30);
    /** Days from today that the codes work, so that a demonstration which stays can be tried. */
    private static final int CODE_DAYS = 600;
    /** Spreads votes over households; has no divisor in common with any number of them below it. */
    private static final int STRIDE = 10_007;
    private static final int MINUTES = 7;
    private static final int DAY_MINUTES = 60 * 9;

    private final Projects projects;
    private final Function<Clock, ConsentServices> consent;
    private final Clock now;
    private final Messages messages;

    /**
     * @param consent takes votes by a clock, which here is moved through the past
     * @param now     nothing happens later than this
     */
    public VoteChapter(Projects projects, Function<Clock, ConsentServices> consent, Messages messages, Clock now) {
        this.projects = projects;
        this.consent = consent;
        this.messages = messages;
        this.now = now;
    }

    /** A household with its code, and whether it is a shop. */
    private record Voter(Household household, HouseholdCodes.Holder holder, boolean shop) {
    }

    @Override
    public void add(DemoScene scene) {
        YamlNode votes = YamlNode.packed(FILE);
        Project project = scene.place(votes.text("project")).project();
        Actor worker = scene.people().get(Role.COMMUNITY);
        MovedClock clock = new MovedClock(now.getZone());
        ConsentServices past = consent.apply(clock);
        YamlNode register = votes.child("register");
        move(clock, scene, -register.whole("brought_in", 0), 0);
        past.register().bringIn(worker, project.id(),
                past.register().read(worker, project.id(), DemoRegister.csv(register).getBytes(StandardCharsets.UTF_8)));
        move(clock, scene, -register.whole("letters", 0), 0);
        List<Voter> voters = voters(past, worker, project, register, scene.today().plusDays(CODE_DAYS));
        for (YamlNode item : votes.nodes("items")) {
            add(item, past, clock, scene, worker, project, voters);
        }
    }

    private static List<Voter> voters(ConsentServices past, Actor worker, Project project, YamlNode register,
                                      LocalDate until) {
        double shop = register.nodes("shops").stream().mapToDouble(each -> each.number("area")).min().orElse(0);
        List<Household> households = past.register().households(worker, project.id());
        List<HouseholdCodes.Issued> codes = past.letters().issue(worker, project,
                households.stream().map(Household::id).toList(), until);
        List<Voter> voters = new ArrayList<>();
        for (int i = 0; i < households.size(); i++) {
            int at = (int) ((long) i * STRIDE % households.size());
            voters.add(new Voter(households.get(at),
                    past.codes().enter(codes.get(at).code(), project.code(), "demonstration"),
                    households.get(at).floorArea().doubleValue() >= shop));
        }
        return voters;
    }

    private void add(YamlNode item, ConsentServices past, MovedClock clock, DemoScene scene, Actor worker,
                     Project project, List<Voter> voters) {
        Set<Long> buildings = !item.has("buildings") ? Set.of() : projects.places(project.id()).stream()
                .filter(place -> item.texts("buildings").contains(place.code())).map(Place::id)
                .collect(Collectors.toSet());
        int opened = -item.whole("opened", 0);
        int closes = item.whole("closes", 0);
        move(clock, scene, opened, 0);
        long id = past.items().add(worker, project.id(), new NewItem(item.one(ItemKind.class, "kind", ItemKind.ORDINARY),
                item.text("zh"), item.text("en"), item.text("text"), item.text("text_en"), item.text("cost"),
                messages.text(Messages.LOCALES.getFirst(), "consent.basis.usual"), null, null, null, buildings));
        past.items().open(worker, id, scene.today().plusDays(closes));
        List<Choice> choices = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            choices.addAll(Collections.nCopies(item.whole(choice.name().toLowerCase(Locale.ROOT), 0), choice));
        }
        List<Voter> asked = voters.stream()
                .filter(voter -> buildings.isEmpty() || buildings.contains(voter.household().placeId())).toList();
        List<Voter> flats = asked.stream().filter(voter -> !voter.shop()).toList();
        int days = Math.max(1, Math.min(closes, 0) - opened - 1);
        for (int i = 0; i < choices.size(); i++) {
            move(clock, scene, opened + 1 + i * days / (choices.size() + 1), i * MINUTES % DAY_MINUTES);
            past.ballots().cast(flats.get(i).holder(), id, choices.get((int) ((long) i * STRIDE % choices.size())));
        }
        if (item.has("shops")) {
            for (Voter shop : asked.stream().filter(Voter::shop).toList()) {
                past.ballots().cast(shop.holder(), id, item.one(Choice.class, "shops", Choice.ABSTAIN));
            }
        }
        if (closes < 0) {
            move(clock, scene, closes + 1, 0);
            past.items().close(worker, id);
        }
    }

    private void move(MovedClock clock, DemoScene scene, int days, int minutes) {
        Instant at = scene.today().plusDays(days).atTime(OFFICE_HOUR).plusMinutes(minutes).atZone(now.getZone())
                .toInstant();
        clock.moveTo(at.isAfter(now.instant()) ? now.instant() : at);
    }
}
