package city.renewal.site.finding.ui;

import city.renewal.base.Formats;
import city.renewal.base.Refusal;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.project.PostedParty;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.SiteFinding;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How findings are said to one reader. */
public final class FindingWords {

    private final FindingRules rules;
    private final Formats formats;

    public FindingWords(FindingRules rules, Formats formats) {
        this.rules = rules;
        this.formats = formats;
    }

    /** @return what it is about and how grave it is, such as {@code 安全 · 一般} */
    public String sort(SiteFinding finding) {
        return rules.kind(finding.kind()).words().in(formats.locale()) + " · "
                + rules.severity(finding.severity()).words().in(formats.locale());
    }

    /** @return the project, and the place where one is named */
    public String where(SiteFinding finding) {
        return Stream.of(finding.project(), finding.place())
                .filter(words -> words != null)
                .map(words -> words.in(formats.locale()))
                .collect(Collectors.joining(" · "));
    }

    public StateBadge state(SiteFinding finding) {
        return new StateBadge(switch (finding.state()) {
            case RAISED, ASSIGNED -> Tone.WARNING;
            case RECTIFIED -> Tone.QUIET;
            case CLOSED -> Tone.GOOD;
        }, text("finding.state." + id(finding.state())));
    }

    /** @return by how much it is overdue and to whom it has risen; empty when it is in time */
    public Optional<StateBadge> overdue(SiteFinding finding) {
        FindingLevel level = finding.level(formats.today());
        if (level == FindingLevel.NONE) {
            return Optional.empty();
        }
        String days = text("finding.overdue", finding.daysOverdue(formats.today()));
        return Optional.of(new StateBadge(Tone.LATE, level == FindingLevel.HANDLER
                ? days : days + " · " + text("finding.level." + level.name().toLowerCase(Locale.ROOT))));
    }

    /** @return who puts it right, with the role, or that nobody was told to */
    public String party(@Nullable String role, @Nullable String organisation) {
        return role == null || organisation == null ? text("finding.party.none")
                : text("party." + role) + " · " + formats.name(organisation);
    }

    String party(PostedParty party) {
        return party(party.role(), party.organisation());
    }

    String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    /** @return of which part of a finding a refusal speaks, such as {@code due}; its area for others, such as {@code photo} */
    static String part(Refusal refused) {
        String[] key = refused.key().split("\\.");
        return key[0].equals("finding") ? key[1] : key[0];
    }

    static String id(FindingState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
