package city.renewal.matter;

import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import city.renewal.base.Telephone;
import city.renewal.base.Vault;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.photo.ReceivedPhoto;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Matters as residents see them: reporting without an account, following by number and key, opening again, rating, and
 * the wall of what was answered.
 */
public final class Matters {

    /** Characters that a report may have. */
    public static final int LONGEST_TEXT = 1_000;
    /** Characters that a reason for opening again may have. */
    public static final int LONGEST_REASON = 500;
    /** Characters of a stairwell's number. */
    public static final int LONGEST_STAIRWELL = 8;
    /** Characters of a telephone number. */
    public static final int LONGEST_PHONE = 20;
    /** Photos of one report. */
    public static final int MOST_PHOTOS = 3;
    /** The best rating; the worst is 1. */
    public static final int BEST_RATING = 5;

    private static final Pattern STAIRWELL = Pattern.compile("[\\p{L}\\p{N}-]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2}-[0-9]{6}");
    private static final int KEY_BYTES = 18;
    private static final int NUMBERS = 1_000_000;
    private static final int NUMBER_TRIES = 50;
    private static final int CENTURY = 100;
    /** What followers are told of; the rest is the desk's. */
    private static final Set<MatterAct> TOLD = Set.of(MatterAct.REPORTED, MatterAct.TAKEN, MatterAct.ANSWERED,
            MatterAct.HANDED_OVER, MatterAct.MERGED, MatterAct.PARTED, MatterAct.REOPENED, MatterAct.RATED,
            MatterAct.CLOSED, MatterAct.WARRANTY_NAMED, MatterAct.WARRANTY_DENIED,
            MatterAct.PHONE_SHARED);

    private final Jdbi jdbi;
    private final MatterDao dao;
    private final MatterLines lines;
    private final MatterRules rules;
    private final MatterSettings settings;
    private final Grids grids;
    private final Projects projects;
    private final MatterWarranties warranties;
    private final MatterSeals seals;
    private final ChangeFeed feed;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param clock in the configured zone, in which office hours are */
    public Matters(Jdbi jdbi, MatterRules rules, MatterSettings settings, Grids grids, Projects projects,
                   MatterWarranties warranties, Vault vault, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MatterDao.class);
        this.lines = new MatterLines(jdbi);
        this.rules = rules;
        this.settings = settings;
        this.grids = grids;
        this.projects = projects;
        this.warranties = warranties;
        this.seals = new MatterSeals(vault);
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Takes a report and routes it to the grid of its place.
     *
     * @return the number and the key, which only the resident has
     * @throws Refusal when the project is not public, kind or place are not there, a text is missing, too long or no
     *                 telephone number, or nobody could look at a photo
     */
    public MatterTicket report(NewMatter made) {
        Checked checked = checked(made);
        MatterKind kind = checked.kind();
        Project project = checked.project();
        Place place = checked.place();
        String stairwell = checked.stairwell();
        String phone = checked.phone();
        String shown = MatterTexts.masked(checked.report());
        Optional<Grid> grid = grids.route(new GridPlace(project.street(), project.community(), project.code(),
                place == null ? null : place.code(), stairwell));
        ZonedDateTime now = ZonedDateTime.now(clock);
        OffsetDateTime answerBy = rules.hours().end(now, kind.answer(), clock.getZone()).toOffsetDateTime();
        OffsetDateTime takeBy = rules.hours().end(now, kind.take(), clock.getZone()).toOffsetDateTime();
        String key = key();
        String number = jdbi.inTransaction(handle -> {
            String free = freeNumber(now.getYear());
            long id = dao.add(new MatterDao.Added(free, Sha256.hex(key), kind.id(), project.id(),
                    place == null ? null : place.id(), stairwell, shown, shown.equals(checked.report()) ? null
                            : seals.sealReport(free, checked.report()),
                    phone == null ? null : seals.sealPhone(free, phone),
                    grid.map(Grid::id).orElse(null), grid.map(Grid::workerId).orElse(null),
                    now.toOffsetDateTime(), answerBy, takeBy));
            made.photos().stream().distinct()
                    .forEach(photo -> dao.addPhoto(id, photo.sha256(), photo.type().contentType()));
            dao.addStep(id, MatterStep.of(MatterAct.REPORTED, null, now.toOffsetDateTime(), null, true));
            return free;
        });
        publish(project.id());
        return new MatterTicket(number, key, answerBy);
    }

    /** Looks whether a report would be taken. @throws Refusal as {@link #report} */
    public void check(NewMatter made) {
        checked(made);
    }

    /** A report of which every part can be. */
    private record Checked(MatterKind kind, Project project, @Nullable Place place, @Nullable String stairwell,
                           String report, @Nullable String phone) {
    }

    private Checked checked(NewMatter made) {
        MatterKind kind = rules.kind(made.kind());
        Project project = projects.find(made.project()).filter(Project::openToPublic)
                .orElseThrow(() -> new Refusal("matter.project.unknown"));
        Place place = made.building() == null ? null : projects.places(project.id()).stream()
                .filter(each -> each.code().equalsIgnoreCase(made.building())).findFirst()
                .orElseThrow(() -> new Refusal("matter.place.unknown"));
        String stairwell = stairwell(made.stairwell(), place);
        String report = MatterTexts.required(made.text(), "matter.text.missing", LONGEST_TEXT);
        String phone = phone(made.phone());
        if (made.photos().size() > MOST_PHOTOS) {
            throw new Refusal("matter.photos.many", MOST_PHOTOS);
        }
        made.photos().forEach(ReceivedPhoto::requireViewable);
        return new Checked(kind, project, place, stairwell, report, phone);
    }

    private static @Nullable String stairwell(@Nullable String given, @Nullable Place place) {
        String stairwell = given == null ? "" : given.strip();
        if (stairwell.isEmpty()) {
            return null;
        }
        if (place == null) {
            throw new Refusal("matter.stairwell.alone");
        }
        String known = MatterTexts.required(Normalizer.normalize(stairwell, Normalizer.Form.NFKC),
                "matter.stairwell.alone", LONGEST_STAIRWELL);
        if (place.stairwells() > 0 && !(known.matches("[1-9][0-9]?") && Integer.parseInt(known) <= place.stairwells())) {
            throw new Refusal("matter.stairwell.unknown", place.stairwells());
        }
        if (!STAIRWELL.matcher(known).matches()) {
            throw new Refusal("matter.stairwell.malformed");
        }
        return known;
    }

    private static @Nullable String phone(@Nullable String given) {
        return given == null || given.isBlank() ? null : Telephone.read(given, Telephone.OF_A_PERSON, LONGEST_PHONE)
                .orElseThrow(() -> new Refusal("matter.phone.malformed"));
    }

    private String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private String freeNumber(int year) {
        for (int i = 0; i < NUMBER_TRIES; i++) {
            String number = String.format(Locale.ROOT, "%02d-%06d", year % CENTURY, random.nextInt(NUMBERS));
            if (!dao.taken(number)) {
                return number;
            }
        }
        throw new Refusal("matter.numbers.none");
    }

    /**
     * The matter of a number and its key.
     *
     * @throws Refusal alike when there is no such number and when the key is not its
     */
    public FollowedMatter follow(String number, String key) {
        StoredMatter own = find(number, key);
        StoredMatter leading = leading(own);
        MatterLine line = lines.line(own.id());
        MatterLine shown = own == leading ? line : line.following(lines.line(leading.id()));
        List<MatterStep> steps = new ArrayList<>(dao.steps(own.id()).stream()
                .filter(step -> TOLD.contains(step.act())).map(Matters::told).toList());
        if (own != leading) {
            // Of another resident's matter only what workers did with it.
            dao.steps(leading.id()).stream()
                    .filter(step -> step.actor() != null && TOLD.contains(step.act()) && step.act() != MatterAct.MERGED
                            && step.act() != MatterAct.PARTED)
                    .map(Matters::told).forEach(steps::add);
            steps.sort(Comparator.comparing(MatterStep::takenAt));
        }
        return new FollowedMatter(shown, own != leading, leading.answerBy(), dao.texts(leading.id()).answer(),
                reopenUntil(leading).orElse(null), own.rating(), mayRate(own, leading), List.copyOf(steps),
                warranties.of(own, leading, line.report() == null ? "" : line.report()));
    }

    private static MatterStep told(MatterStep step) {
        return step.shown() ? step : step.withoutRemark();
    }

    private static boolean mayRate(StoredMatter own, StoredMatter leading) {
        return own.rating() == null && !leading.state().open();
    }

    private Optional<LocalDate> reopenUntil(StoredMatter matter) {
        if (matter.state().open() || matter.answeredAt() == null) {
            return Optional.empty();
        }
        LocalDate last = matter.answeredAt().atZoneSameInstant(clock.getZone()).toLocalDate()
                .plusDays(settings.reopenDays());
        return LocalDate.now(clock).isAfter(last) ? Optional.empty() : Optional.of(last);
    }

    /**
     * Opens an answered matter again; it is no longer public then, and its next answer can be rated anew.
     *
     * @throws Refusal as {@link #follow}; when it is not answered or the time for it is over; without a reason
     */
    public void reopen(String number, String key, String reason) {
        StoredMatter own = find(number, key);
        String why = MatterTexts.required(reason, "matter.reason.missing", LONGEST_REASON);
        String shown = MatterTexts.masked(why);
        ZonedDateTime now = ZonedDateTime.now(clock);
        jdbi.useTransaction(handle -> {
            StoredMatter matter = leading(own);
            if (reopenUntil(matter).isEmpty()) {
                throw new Refusal(matter.state().open() ? "matter.open.already" : "matter.reopen.late",
                        settings.reopenDays());
            }
            MatterKind kind = rules.kind(matter.kind());
            MatterBook.changed(dao.reopen(matter.id(), matter.version(),
                    rules.hours().end(now, kind.answer(), clock.getZone()).toOffsetDateTime(),
                    rules.hours().end(now, kind.take(), clock.getZone()).toOffsetDateTime()));
            dao.forgetRatings(matter.id());
            Stream.of(own, matter).map(StoredMatter::id).distinct().forEach(id -> dao.addStep(id,
                    MatterStep.of(MatterAct.REOPENED, null, now.toOffsetDateTime(), shown, true)));
            if (!shown.equals(why)) {
                dao.sealReport(own.id(), seals.sealReport(own.number(),
                        seals.report(own.number(), dao.texts(own.id())) + "\n\n" + why));
            }
        });
        publish(own.projectId());
    }

    /**
     * Says how good the last answer was, once; the matter is closed with it, unless it repeats another's.
     *
     * @param stars from 1 to {@link #BEST_RATING}
     * @throws Refusal as {@link #follow}; when it is not answered or rated already
     */
    public void rate(String number, String key, int stars) {
        StoredMatter own = find(number, key);
        if (stars < 1 || stars > BEST_RATING) {
            throw new Refusal("matter.rating.range", BEST_RATING);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useTransaction(handle -> {
            StoredMatter matter = dao.byId(own.id());
            if (!mayRate(matter, leading(matter))) {
                throw new Refusal(matter.rating() == null ? "matter.rate.early" : "matter.rate.twice");
            }
            MatterBook.changed(dao.rate(matter.id(), matter.version(), stars));
            dao.addStep(matter.id(), MatterStep.of(MatterAct.RATED, null, now, String.valueOf(stars), true));
            if (dao.close(matter.id(), now) > 0) {
                dao.addStep(matter.id(), MatterStep.of(MatterAct.CLOSED, null, now, null, true));
            }
        });
        publish(own.projectId());
    }

    /** Takes about as long for a number that is not there. */
    private StoredMatter find(String number, String key) {
        Optional<StoredMatter> found = NUMBER.matcher(number).matches() ? dao.byNumber(number) : dao.byNumber("");
        byte[] given = Sha256.hex(key).getBytes(StandardCharsets.US_ASCII);
        byte[] kept = found.map(StoredMatter::keyHash).orElse("").getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(given, kept)) {
            throw new Refusal("matter.unknown");
        }
        return found.orElseThrow();
    }

    private StoredMatter leading(StoredMatter own) {
        return own.mergedInto() == null ? own : dao.byId(own.mergedInto());
    }

    /**
     * What was answered and made public, newest first.
     *
     * @param project code, or null for all
     */
    public List<WallEntry> wall(@Nullable String project, int limit, int offset) {
        // What was published before a number was refused however it is written is masked.
        return dao.wall(project == null ? null : project.toUpperCase(Locale.ROOT), limit, offset).stream()
                .map(WallEntry::masked).toList();
    }

    /** Every kind that can be reported. */
    public MatterRules rules() {
        return rules;
    }

    private void publish(long projectId) {
        feed.publish(ProjectChange.ofMatters(projectId, ""));
    }
}
