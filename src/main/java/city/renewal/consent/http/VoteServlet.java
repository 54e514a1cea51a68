package city.renewal.consent.http;

import city.renewal.base.Refusal;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Consents;
import city.renewal.consent.Count;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.Receipt;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /vote/{project}}: code, then items, then one vote each. */
public final class VoteServlet extends HouseholdServlet<Receipt> {

    private final transient Consents consents;
    private final transient Ballots ballots;
    private final transient PublicPages pages;
    private final transient Clock clock;

    public VoteServlet(Projects projects, HouseholdCodes codes, Consents consents, Ballots ballots, PublicPages pages,
                       Clock clock) {
        super("/vote/", "vote.title", "consent/vote.jte", projects, codes, pages);
        this.consents = consents;
        this.ballots = ballots;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected VotePage closed(Asked asked) {
        PageReader reader = asked.reader();
        LocalDate today = LocalDate.now(clock);
        List<VotePage.Open> open = consents.published(asked.project().id()).stream()
                .filter(item -> item.takesVotesOn(today))
                .map(item -> new VotePage.Open(item.titles().in(reader.locale()),
                        new ConsentWords(reader.formats()).until(item))).toList();
        return new VotePage(asked.frame(), asked.refused(), asked.address(), asked.code(), open, null, null, List.of(),
                results(reader, asked.project()), visit(reader, asked.project()), pages.householdCode());
    }

    @Override
    protected @Nullable Receipt act(HttpServletRequest request, HouseholdCodes.Holder holder) {
        if (request.getParameter("item") == null) {
            return null;
        }
        long item = number(request, "item", "vote.foreign");
        Choice choice = Arrays.stream(Choice.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(request.getParameter("choice")))
                .findFirst().orElseThrow(() -> new Refusal("vote.choice.missing"));
        return ballots.cast(holder, item, choice);
    }

    @Override
    protected VotePage open(Asked asked, HouseholdCodes.Holder holder, @Nullable Receipt receipt) {
        PageReader reader = asked.reader();
        Household household = holder.household();
        Map<Long, Count> results = consents.results(household.projectId());
        VotePageParts parts = new VotePageParts(reader, clock.getZone());
        return new VotePage(shown(asked), asked.refused(), asked.address(), asked.code(), List.of(),
                reader.text("vote.household", household.buildings().in(reader.locale()), household.stairwell(),
                        reader.formats().number(household.floorArea())),
                receipt == null ? null : parts.receipt(receipt, consents.get(receipt.itemId())),
                ballots.papers(holder).stream().map(paper -> parts.item(paper, results.get(paper.item().id()))).toList(),
                results(reader, asked.project()), visit(reader, asked.project()), null);
    }

    @Override
    protected int status(String key) {
        return switch (key) {
            case "vote.used.online", "vote.used.paper", "vote.closed" -> HttpServletResponse.SC_CONFLICT;
            default -> super.status(key);
        };
    }

    /** Where everybody reads how votes ended. */
    private static String results(PageReader reader, Project project) {
        return reader.address("/consent/" + project.code());
    }

    /** Where the same code books appointments. */
    private static String visit(PageReader reader, Project project) {
        return reader.address("/visit/" + project.code());
    }
}
