package city.renewal.consent;

import city.renewal.base.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says rules, counts and verdicts in one reader's language. */
public record ConsentWords(Formats formats) {

    /** @return what the item needs to pass, in one sentence */
    public String rule(ConsentItem item) {
        return text("consent.rule", share(item.participation()), share(item.approval()));
    }

    private String share(Threshold threshold) {
        return text(threshold.more() ? "consent.share.more" : "consent.share.least",
                threshold.numerator() + "/" + threshold.denominator());
    }

    /** @return until when an open item takes votes */
    public String until(ConsentItem item) {
        return text("vote.until", item.closesOn() == null ? "" : formats.date(item.closesOn()));
    }

    /** @return when the votes on a closed item ended */
    public String ended(ConsentItem item, ZoneId zone) {
        LocalDate day = item.endedOn(zone);
        return text("consent.ended", day == null ? "" : formats.date(day));
    }

    /** @return how many agreed, disagreed and abstained, in one sentence */
    public String choices(Count count) {
        return text("consent.choices", number(count.agreeOwners()), number(count.disagreeOwners()),
                number(count.abstainOwners()));
    }

    private String number(int number) {
        return formats.number(BigDecimal.valueOf(number));
    }

    /** @return how the item ended, in one sentence that says by number and by area */
    public String verdict(ConsentItem item, Count count) {
        Count.Verdict verdict = count.judge(item);
        if (verdict.passes()) {
            return text("consent.verdict.both");
        }
        return text(verdict.byNumber() ? "consent.verdict.number"
                : verdict.byArea() ? "consent.verdict.area" : "consent.verdict.none");
    }

    /** @return how it stands before it is closed, in one sentence */
    public String standing(ConsentItem item, Count count) {
        Count.Verdict verdict = count.judge(item);
        if (verdict.passes()) {
            return text("consent.standing.both");
        }
        return text(verdict.byNumber() ? "consent.standing.number"
                : verdict.byArea() ? "consent.standing.area" : "consent.standing.none");
    }

    /** One condition: a share of owners or of floor area against its threshold. */
    public record Condition(String name, String amounts, double share, double needed, boolean met, String judged) {
    }

    /** @return the four conditions: taking part and agreeing, by number and by area */
    public List<Condition> conditions(ConsentItem item, Count count) {
        Count.Verdict verdict = count.judge(item);
        BigDecimal voted = BigDecimal.valueOf(count.takingPartOwners());
        return List.of(
                condition("consent.part.number", voted, BigDecimal.valueOf(count.owners()), "consent.owners.flats",
                        item.participation(), verdict.enoughOwners(), number(count.votedHouseholds()),
                        number(count.households())),
                condition("consent.part.area", count.takingPartArea(), count.area(), "consent.metres",
                        item.participation(), verdict.enoughArea()),
                condition("consent.agree.number", BigDecimal.valueOf(count.agreeOwners()), voted,
                        "consent.owners", item.approval(), verdict.ownersAgree()),
                condition("consent.agree.area", count.agreeArea(), count.takingPartArea(), "consent.metres",
                        item.approval(), verdict.areaAgrees()));
    }

    private Condition condition(String name, BigDecimal part, BigDecimal whole, String unit, Threshold needed,
                                boolean met, String... flats) {
        double share = whole.signum() == 0 ? 0 : part.doubleValue() / whole.doubleValue();
        return new Condition(text(name),
                text(unit, Stream.concat(Stream.of(formats.number(part), formats.number(whole), percent(share)),
                        Stream.of(flats)).toArray()), share,
                (double) needed.numerator() / needed.denominator(), met,
                text(met ? "consent.met" : "consent.unmet", share(needed)));
    }

    /** With one decimal, rounded down: what falls short by little is not shown as reached. */
    private String percent(double share) {
        return formats.number(BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.DOWN)) + "%";
    }

    public String choice(Choice choice) {
        return text("consent.choice." + choice.name().toLowerCase(Locale.ROOT));
    }

    /** @return the first signs of what the record calls a ballot, in groups, as receipts show it */
    public static String tag(String tag) {
        return tag.substring(0, 16).replaceAll("(.{4})(?!$)", "$1-");
    }

    private String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
