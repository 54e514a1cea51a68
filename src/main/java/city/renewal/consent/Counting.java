package city.renewal.consent;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together how items stand: who is asked, and what was said by owners and by floor area. */
final class Counting {

    private final TallyDao tally;

    Counting(TallyDao tally) {
        this.tally = tally;
    }

    /**
     * @param votes sums of votes by item and choice; an item without any has no vote
     * @return by item, each that is open
     */
    Map<Long, Count> of(long projectId, List<TallyDao.Part> votes) {
        Map<Long, Map<Choice, TallyDao.Part>> voted = new HashMap<>();
        votes.forEach(part -> voted.computeIfAbsent(part.itemId(), none -> new EnumMap<>(Choice.class))
                .put(part.choice(), part));
        return tally.asked(projectId).stream().collect(Collectors.toMap(TallyDao.Part::itemId,
                asked -> count(asked, voted.getOrDefault(asked.itemId(), Map.of()))));
    }

    private static Count count(TallyDao.Part asked, Map<Choice, TallyDao.Part> own) {
        return new Count(asked.itemId(), asked.owners(), asked.households(), asked.area(),
                own.values().stream().mapToInt(TallyDao.Part::households).sum(),
                owners(own, Choice.AGREE), area(own, Choice.AGREE),
                owners(own, Choice.DISAGREE), area(own, Choice.DISAGREE),
                owners(own, Choice.ABSTAIN), area(own, Choice.ABSTAIN));
    }

    private static int owners(Map<Choice, TallyDao.Part> parts, Choice choice) {
        return parts.containsKey(choice) ? parts.get(choice).owners() : 0;
    }

    private static BigDecimal area(Map<Choice, TallyDao.Part> parts, Choice choice) {
        return parts.containsKey(choice) ? parts.get(choice).area() : BigDecimal.ZERO;
    }

    /** @return what the record says of a count; its names and forms are in records made before, and never change */
    static Map<String, Object> facts(Count count) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("owners", count.owners());
        facts.put("households", count.households());
        facts.put("area", plain(count.area()));
        facts.put("votedHouseholds", count.votedHouseholds());
        facts.put("agreeOwners", count.agreeOwners());
        facts.put("agreeArea", plain(count.agreeArea()));
        facts.put("disagreeOwners", count.disagreeOwners());
        facts.put("disagreeArea", plain(count.disagreeArea()));
        facts.put("abstainOwners", count.abstainOwners());
        facts.put("abstainArea", plain(count.abstainArea()));
        return facts;
    }

    /** @return square metres with two places, as the record has them */
    static String plain(BigDecimal area) {
        return area.setScale(2).toPlainString();
    }
}
