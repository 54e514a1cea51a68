package city.renewal.subscription;

import city.renewal.notice.Notice;
import city.renewal.notice.NoticeSpan;
import city.renewal.resident.ResidentChange;
import city.renewal.resident.ResidentChange.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one reader is told now.
 *
 * <p>A notice that begins, or was to begin, today or tomorrow is told at once, and a cut that was told earlier once more
 * on the day before. Everything else waits for one digest a day, in the morning; confirmed work is in it once a week, for
 * the week before.
 *
 * @param soon     notices that cannot wait for the digest
 * @param digest   other changes
 * @param progress confirmed work of last week
 * @param told     what is not told again, as {@link ResidentChange#about} or a day or week
 * @param urgent   whether it is told in the night too, now or when its mail waits until then
 */
record ChangeChoice(List<ResidentChange> soon, List<ResidentChange> digest, List<ResidentChange> progress,
                    Set<String> told, boolean urgent) {

    /** Days after which a change is too old to be told. */
    static final int NEW_DAYS = 45;
    /** Days that are remembered; longer than {@link #NEW_DAYS}, so that nothing is told twice. */
    static final int TOLD_DAYS = 60;

    private static final LocalTime DIGEST_FROM = LocalTime.of(8, 0);
    private static final LocalTime DIGEST_TO = LocalTime.NOON;

    /** @return since when work was confirmed that may be told now, empty where none is told at this hour */
    static Optional<OffsetDateTime> progressFrom(ZonedDateTime now) {
        return morning(now) ? Optional.of(monday(now.toLocalDate()).minusWeeks(1).atStartOfDay(now.getZone())
                .toOffsetDateTime()) : Optional.empty();
    }

    private static boolean morning(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        return !time.isBefore(DIGEST_FROM) && time.isBefore(DIGEST_TO);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    boolean empty() {
        return soon.isEmpty() && digest.isEmpty() && progress.isEmpty();
    }

    /**
     * @param changes of the reader's door, newest first
     * @param since   when the reader confirmed: what was before is known from the page
     * @param told    what the reader was told
     * @param now     in the zone of the days
     */
    static ChangeChoice of(List<ResidentChange> changes, OffsetDateTime since, Set<String> told, ZonedDateTime now) {
        return new Chooser(since, told, now).choose(changes);
    }

    private static final class Chooser {

        private final OffsetDateTime since;
        private final Set<String> told;
        private final ZonedDateTime now;
        private final LocalDate today;
        private final Set<String> telling = new HashSet<>();

        Chooser(OffsetDateTime since, Set<String> told, ZonedDateTime now) {
            this.since = since;
            this.told = told;
            this.now = now;
            this.today = now.toLocalDate();
        }

        ChangeChoice choose(List<ResidentChange> changes) {
            List<ResidentChange> soon = new ArrayList<>();
            List<ResidentChange> digest = new ArrayList<>();
            for (ResidentChange change : changes) {
                Notice notice = change.notice();
                if (notice != null && (fresh(change) && soon(notice) || remind(notice))) {
                    soon.add(change);
                    telling.add(change.about());
                    telling.add(reminder(notice));
                } else if (change.kind() != Kind.CONFIRMED && fresh(change)) {
                    digest.add(change);
                }
            }
            soon.sort(Comparator.comparing((ResidentChange change) -> change.notice().span().from().toInstant()));
            List<ResidentChange> progress = morning() ? progress(changes) : List.of();
            if (!morning() || digest.isEmpty() && progress.isEmpty()) {
                return choice(soon, List.of(), List.of());
            }
            digest.forEach(change -> telling.add(change.about()));
            telling.add(digestOfToday());
            if (!progress.isEmpty()) {
                telling.add(progressOfLastWeek());
            }
            return choice(soon, digest, progress);
        }

        private ChangeChoice choice(List<ResidentChange> soon, List<ResidentChange> digest,
                                    List<ResidentChange> progress) {
            telling.removeAll(told);
            return new ChangeChoice(soon, digest, progress, telling, soon.stream()
                    .anyMatch(change -> begins(change.notice()).isBefore(QuietHours.early(now))));
        }

        private boolean fresh(ResidentChange change) {
            return !change.at().isBefore(since) && change.at().isAfter(now.minusDays(NEW_DAYS).toOffsetDateTime())
                    && !told.contains(change.about());
        }

        /** As it is, or as it was told before: who prepared for that has to know that it will not be. */
        private boolean soon(Notice notice) {
            return !day(notice.span().from()).isAfter(today.plusDays(1)) || near(notice.published())
                    || near(notice.before());
        }

        private boolean near(NoticeSpan told) {
            return !day(told.from()).isAfter(today.plusDays(1)) && !day(told.to()).isBefore(today);
        }

        private boolean remind(Notice notice) {
            return notice.kind().cut() && !notice.cancelled() && begins(notice).isAfter(now)
                    && !day(notice.span().from()).isAfter(today.plusDays(1)) && !told.contains(reminder(notice));
        }

        private static String reminder(Notice notice) {
            return "soon/" + notice.id() + "/" + notice.revision();
        }

        private ZonedDateTime begins(Notice notice) {
            return notice.span().from().atZoneSameInstant(now.getZone());
        }

        private LocalDate day(OffsetDateTime at) {
            return at.atZoneSameInstant(now.getZone()).toLocalDate();
        }

        private boolean morning() {
            return ChangeChoice.morning(now) && !told.contains(digestOfToday());
        }

        private String digestOfToday() {
            return "digest/" + today;
        }

        private String progressOfLastWeek() {
            LocalDate week = today.minusWeeks(1);
            return String.format(Locale.ROOT, "progress/%d-W%02d", week.get(IsoFields.WEEK_BASED_YEAR),
                    week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        private List<ResidentChange> progress(List<ResidentChange> changes) {
            if (told.contains(progressOfLastWeek())) {
                return List.of();
            }
            LocalDate monday = monday(today);
            return changes.stream()
                    .filter(change -> change.kind() == Kind.CONFIRMED && !change.at().isBefore(since))
                    .filter(change -> day(change.at()).isBefore(monday)
                            && !day(change.at()).isBefore(monday.minusWeeks(1)))
                    .toList();
        }
    }
}
