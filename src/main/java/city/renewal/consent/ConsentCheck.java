package city.renewal.consent;

import city.renewal.base.Finding;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.project.Projects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves the record of every project: its hashes, and that register, codes, items, votes and counts are what it says.
 * Needs the key under which households are sealed.
 */
public final class ConsentCheck {

    private final ChainDao chain;
    private final ConsentItemDao items;
    private final BallotDao ballots;
    private final TallyDao tally;
    private final ConsentFiles files;
    private final Vault vault;
    private final Projects projects;
    private final HouseholdRegister register;
    private final HouseholdCodes codes;

    public ConsentCheck(Jdbi jdbi, ConsentServices services, Vault vault, ConsentFiles files, Projects projects) {
        this.chain = jdbi.onDemand(ChainDao.class);
        this.items = jdbi.onDemand(ConsentItemDao.class);
        this.ballots = jdbi.onDemand(BallotDao.class);
        this.tally = jdbi.onDemand(TallyDao.class);
        this.files = files;
        this.vault = vault;
        this.projects = projects;
        this.register = services.register();
        this.codes = services.codes();
    }

    /** @return what is wrong; empty when all is well */
    public List<Finding> findings() {
        return chain.projects().stream().flatMap(project -> {
            String code = projects.get(project).code();
            try {
                return of(project, code).stream();
            } catch (Refusal sealed) {
                return Stream.of(new Finding("check.consent.sealed", code));
            }
        }).toList();
    }

    private List<Finding> of(long projectId, String code) {
        List<Finding> findings = new ArrayList<>();
        List<ChainEntry> entries = chain.entries(projectId);
        links(projectId, code, entries, findings);
        Map<String, JsonNode> last = new HashMap<>();
        Map<String, ChainEntry> cast = new HashMap<>();
        Map<Long, JsonNode> opened = new HashMap<>();
        Map<Long, JsonNode> closed = new HashMap<>();
        for (ChainEntry entry : entries) {
            JsonNode content = JsonMapper.shared().readTree(entry.content());
            switch (EntryKind.valueOf(entry.kind().toUpperCase(Locale.ROOT))) {
                case REGISTER, CORRECTION, FORGOTTEN -> last.put("register", content);
                case CODES -> last.put("codes", content);
                case OPENED -> opened.put(entry.itemId(), content);
                case CLOSED -> closed.put(entry.itemId(), content);
                case BALLOT -> cast.put(content.path("ballot").asString(), entry);
            }
        }
        if (!seal(last.get("register")).equals(register.sealNow(projectId))) {
            findings.add(new Finding("check.consent.register", code));
        }
        if (last.containsKey("codes") && !seal(last.get("codes")).equals(codes.sealNow(projectId))) {
            findings.add(new Finding("check.consent.codes", code));
        }
        items(projectId, code, opened, closed, findings);
        votes(projectId, code, cast, findings);
        Set<TallyDao.Part> voted = items.ofProject(projectId).stream().filter(item -> item.state() == ItemState.OPEN)
                .flatMap(item -> tally.voted(item.id()).stream()).collect(Collectors.toSet());
        if (!new HashSet<>(tally.kept(projectId)).equals(voted)) {
            findings.add(new Finding("check.consent.tally", code));
        }
        return findings;
    }

    private static String seal(@Nullable JsonNode content) {
        return content == null ? "" : content.path("seal").asString();
    }

    private void links(long projectId, String code, List<ChainEntry> entries, List<Finding> findings) {
        String previous = ConsentChain.BEGINNING;
        int number = 0;
        for (ChainEntry entry : entries) {
            number++;
            if (entry.number() != number || !entry.previousHash().equals(previous)
                    || !entry.hash().equals(ConsentChain.hash(previous, entry.content()))) {
                findings.add(new Finding("check.consent.entry", code, String.valueOf(number)));
            }
            previous = entry.hash();
        }
        ChainDao.Head head = chain.head(projectId).orElseThrow();
        if (head.entries() != number || !head.hash().equals(previous)) {
            findings.add(new Finding("check.consent.end", code));
        }
    }

    private void items(long projectId, String code, Map<Long, JsonNode> opened, Map<Long, JsonNode> closed,
                       List<Finding> findings) {
        Map<Long, Count> results = new HashMap<>();
        items.results(projectId).forEach(count -> results.put(count.itemId(), count));
        for (ConsentItem item : items.ofProject(projectId)) {
            if (item.state() == ItemState.DRAFT) {
                continue;
            }
            JsonNode beginning = opened.get(item.id());
            JsonNode end = closed.get(item.id());
            boolean asOpened = beginning != null
                    && beginning.path("text").asString().equals(Consents.fingerprint(item))
                    && beginning.path("closesOn").asString().equals(String.valueOf(item.closesOn()));
            boolean asClosed = item.state() == ItemState.CLOSED
                    ? end != null && results.containsKey(item.id()) && said(end, item, results.get(item.id()))
                    : end == null;
            if (!asOpened || !asClosed) {
                findings.add(new Finding("check.consent.item", code, String.valueOf(item.id())));
            }
        }
    }

    /** Records of a time when each flat was an owner of its own say owners alone. */
    private static boolean said(JsonNode end, ConsentItem item, Count count) {
        Map<String, Object> facts = Counting.facts(count);
        facts.put("passed", item.passed());
        if (!end.has("households")) {
            facts.remove("households");
            facts.remove("votedHouseholds");
            if (count.households() != count.owners() || count.votedHouseholds() != count.takingPartOwners()) {
                return false;
            }
        }
        return facts.entrySet().stream().allMatch(fact ->
                end.path(fact.getKey()).asString().equals(String.valueOf(fact.getValue())));
    }

    private void votes(long projectId, String code, Map<String, ChainEntry> cast, List<Finding> findings) {
        List<Long> forgotten = items.forgotten(projectId);
        for (BallotDao.Stored ballot : ballots.ofProject(projectId)) {
            ChainEntry entry = cast.remove(ballot.tag());
            String number = entry == null ? "?" : String.valueOf(entry.number());
            Map<String, Object> facts = Ballots.facts(vault, ballot);
            if (entry == null || !Objects.equals(entry.itemId(), ballot.itemId())
                    || !seal(JsonMapper.shared().readTree(entry.content())).equals(facts.get("seal"))) {
                findings.add(new Finding("check.consent.ballot", code, number));
            }
            if (ballot.scan() != null && !forgotten.contains(ballot.itemId()) && !files.intact(ballot.scan())) {
                findings.add(new Finding("check.consent.scan", code, number));
            }
        }
        cast.values().forEach(entry ->
                findings.add(new Finding("check.consent.ballot", code, String.valueOf(entry.number()))));
    }
}
