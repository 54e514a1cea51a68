package city.renewal.notice;

import city.renewal.base.Telephone;
import city.renewal.notice.NoticeRefusal.Field;
import city.renewal.project.Place;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a notice has to be; every refusal names the field. */
final class NoticeChecks {

    private final NoticeRules rules;
    private final ZoneId zone;

    NoticeChecks(NoticeRules rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    NoticeKind kind(@Nullable String id) {
        if (id == null) {
            throw new NoticeRefusal(Field.KIND, "notice.kind.missing");
        }
        return rules.find(id).orElseThrow(() -> new NoticeRefusal(Field.KIND, "notice.kind.unknown", id));
    }

    /** @return the time in order and within reach */
    NoticeSpan span(@Nullable LocalDateTime from, @Nullable LocalDateTime to, boolean daily, OffsetDateTime now) {
        NoticeSpan span = ends(from, to, daily, now);
        if (span.from().isBefore(now.minusMinutes(NewNotice.BEGUN_MINUTES))) {
            throw new NoticeRefusal(Field.FROM, "notice.from.past");
        }
        return span;
    }

    /** @return the time of a notice that has begun already; only its end is looked at */
    NoticeSpan ends(@Nullable LocalDateTime from, @Nullable LocalDateTime to, boolean daily, OffsetDateTime now) {
        if (from == null) {
            throw new NoticeRefusal(Field.FROM, "notice.time.missing");
        }
        if (to == null) {
            throw new NoticeRefusal(Field.TO, "notice.time.missing");
        }
        LocalDateTime horizon = horizon(now);
        if (from.isAfter(horizon)) {
            throw new NoticeRefusal(Field.FROM, "notice.time.far", horizon.toLocalDate().toString());
        }
        if (to.isAfter(horizon)) {
            throw new NoticeRefusal(Field.TO, "notice.time.far", horizon.toLocalDate().toString());
        }
        if (!to.isAfter(from)) {
            throw new NoticeRefusal(Field.TO, "notice.time.order");
        }
        NoticeSpan span = span(from, to, daily);
        if (!span.to().isAfter(now)) {
            throw new NoticeRefusal(Field.TO, "notice.to.past");
        }
        return span;
    }

    /** @return whether the times are in order and not further ahead than a notice may reach */
    boolean inReach(LocalDateTime from, LocalDateTime to, OffsetDateTime now) {
        return to.isAfter(from) && !to.isAfter(horizon(now));
    }

    private LocalDateTime horizon(OffsetDateTime now) {
        return now.atZoneSameInstant(zone).toLocalDateTime().plusDays(NewNotice.HORIZON_DAYS);
    }

    NoticeSpan span(LocalDateTime from, LocalDateTime to, boolean daily) {
        return new NoticeSpan(utc(from), utc(to), daily && !from.toLocalDate().equals(to.toLocalDate()));
    }

    private OffsetDateTime utc(LocalDateTime time) {
        return time.atZone(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** @return when what begins then has to be out at the latest; null where no rule says so */
    @Nullable OffsetDateTime due(NoticeKind kind, OffsetDateTime begin) {
        return kind.lead() == null ? null : kind.lead().due(begin.atZoneSameInstant(zone)).toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    boolean late(@Nullable OffsetDateTime due, OffsetDateTime now) {
        return due != null && now.isAfter(due);
    }

    boolean night(NoticeKind kind, NoticeSpan span) {
        return kind.nightWork().in(span, rules.night(), zone);
    }

    void permit(NoticeKind kind, NoticeSpan span, @Nullable String permit) {
        if (permit == null && night(kind, span)) {
            throw new NoticeRefusal(Field.PERMIT, "notice.permit.missing", rules.night().from().toString(),
                    rules.night().to().toString());
        }
        limit(Field.PERMIT, permit, NewNotice.LONGEST_NAME);
    }

    void lateReason(boolean late, @Nullable String reason) {
        if (late && reason == null) {
            throw new NoticeRefusal(Field.LATE_REASON, "notice.late.missing");
        }
        limit(Field.LATE_REASON, reason, NewNotice.LONGEST_WHY);
    }

    void why(@Nullable String why) {
        if (why == null) {
            throw new NoticeRefusal(Field.WHY, "notice.why.missing");
        }
        limit(Field.WHY, why, NewNotice.LONGEST_WHY);
    }

    void texts(NewNotice made) {
        needed(Field.REASON, made.reason(), "notice.reason.missing", NewNotice.LONGEST_REASON);
        limit(Field.REASON_EN, made.reasonEn(), NewNotice.LONGEST_REASON);
        needed(Field.CONTACT, made.contact(), "notice.contact.missing", NewNotice.LONGEST_NAME);
        needed(Field.PHONE, made.phone(), "notice.phone.missing", NewNotice.LONGEST_PHONE);
        if (made.phone() != null
                && Telephone.read(made.phone(), Telephone.OF_AN_OFFICE, NewNotice.LONGEST_PHONE).isEmpty()) {
            throw new NoticeRefusal(Field.PHONE, "notice.phone.malformed");
        }
    }

    /** @return the places by code */
    Map<String, Place> places(List<NoticeTarget> targets, List<Place> there) {
        Map<String, Place> places = there.stream().collect(Collectors.toMap(Place::code, Function.identity()));
        if (targets.size() > NewNotice.MOST_TARGETS) {
            throw new NoticeRefusal(Field.PLACES, "notice.places.many", NewNotice.MOST_TARGETS);
        }
        Set<NoticeTarget> seen = new HashSet<>();
        for (NoticeTarget target : targets) {
            Place place = places.get(target.code());
            if (place == null) {
                throw new NoticeRefusal(Field.PLACES, "notice.place.unknown", target.code());
            }
            if (target.stairwell() < 0 || target.stairwell() > place.stairwells()) {
                throw new NoticeRefusal(Field.PLACES, "notice.stairwell.unknown", place.name(),
                        target.stairwell(), place.stairwells());
            }
            if (!seen.add(target)) {
                throw new NoticeRefusal(Field.PLACES, "notice.place.twice", place.name());
            }
        }
        return places;
    }

    private static void needed(Field field, @Nullable String text, String missing, int longest) {
        if (text == null) {
            throw new NoticeRefusal(field, missing);
        }
        limit(field, text, longest);
    }

    private static void limit(Field field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new NoticeRefusal(field, "notice.text.long", longest, text.length());
        }
    }
}
