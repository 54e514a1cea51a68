package city.renewal.project.handover;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.YamlNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long which work is under warranty, from {@code config/warranty.yaml}: the least that the law allows
 * (建设工程质量管理条例 40, 民用建筑节能条例 23). The file is read when it is asked for the first time. Immutable.
 */
public final class WarrantyRules {

    private static final String FILE = "config/warranty.yaml";
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}.*");
    private static final String NOTHING = "(?!)";

    /** Read when somebody asks for the first time. */
    private static final class Packed {
        private static final Map<String, WarrantyWork> WORKS = read(YamlNode.packed(FILE));
    }

    private final MonthDay seasonFrom;
    private final MonthDay seasonTo;

    /**
     * @param seasonFrom the first day of every heating season
     * @param seasonTo   its last day, in the next year where that is the earlier day of the year
     */
    public WarrantyRules(MonthDay seasonFrom, MonthDay seasonTo) {
        this.seasonFrom = seasonFrom;
        this.seasonTo = seasonTo;
    }

    /** @throws IllegalArgumentException naming the entry that does not fit */
    static Map<String, WarrantyWork> read(YamlNode file) {
        return file.nodes("works").stream().map(WarrantyRules::work).collect(Collectors.toMap(WarrantyWork::id,
                Function.identity(), (one, other) -> {
                    throw new IllegalArgumentException(file.where() + " has '" + one.id() + "' twice");
                }, LinkedHashMap::new));
    }

    private static WarrantyWork work(YamlNode node) {
        YamlNode source = node.child("source");
        Set<String> matters = Set.copyOf(node.texts("matters"));
        WarrantyTerm term = term(node);
        if (matters.isEmpty() || term.count() < 0) {
            throw new IllegalArgumentException(node.where() + ": '" + node.text("id") + "' lacks matters or has a term below 1");
        }
        return new WarrantyWork(node.text("id"), node.words(), term, source.words(), Set.copyOf(node.texts("types")),
                node.texts("named"), matters, words(node.texts("sure")), words(node.texts("perhaps")));
    }

    private static WarrantyTerm term(YamlNode node) {
        if (node.has("years")) {
            return new WarrantyTerm(WarrantyTerm.Unit.YEARS, positive(node, "years"));
        }
        if (node.has("seasons")) {
            return new WarrantyTerm(WarrantyTerm.Unit.SEASONS, positive(node, "seasons"));
        }
        return new WarrantyTerm(node.flag("life") ? WarrantyTerm.Unit.LIFE : WarrantyTerm.Unit.AGREED, 0);
    }

    private static int positive(YamlNode node, String key) {
        int count = (int) node.number(key);
        return count < 1 ? -1 : count;
    }

    private static Pattern words(List<String> words) {
        return Pattern.compile(words.isEmpty() ? NOTHING : words.stream()
                .map(word -> (LATIN.matcher(word).matches() ? "(?<!\\p{IsLatin})" : "") + Pattern.quote(word))
                .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** @return every work, in the order of the file */
    public List<WarrantyWork> works() {
        return List.copyOf(Packed.WORKS.values());
    }

    /** @return empty for an id that the file no longer has */
    public Optional<WarrantyWork> find(String id) {
        return Optional.ofNullable(Packed.WORKS.get(id));
    }

    /** @throws Refusal when there is no such work */
    public WarrantyWork get(String id) {
        return find(id).orElseThrow(() -> new Refusal("warranty.work.unknown", id));
    }

    /** @return what the work is called; its id where the file no longer has it */
    public Words name(String id) {
        return find(id).map(WarrantyWork::name).orElse(new Words(id, null));
    }

    /** @return a work's place in the file, for sorting; after all others where the file no longer has it */
    public int order(String id) {
        int at = List.copyOf(Packed.WORKS.keySet()).indexOf(id);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** @return the works that finished tasks are, in the order of the file */
    List<WarrantyWork> of(Collection<ProjectWork.Done> tasks) {
        return works().stream().filter(work -> tasks.stream().anyMatch(work::is)).toList();
    }

    /**
     * @param from the day of the acceptance, which is not counted itself (民法典 201)
     * @return the last day that the law gives it; null where the law gives none
     */
    public @Nullable LocalDate until(WarrantyWork work, LocalDate from) {
        return switch (work.term().unit()) {
            case YEARS -> from.plusYears(work.term().count());
            case SEASONS -> seasonEnd(from, work.term().count());
            case LIFE, AGREED -> null;
        };
    }

    /** Seasons that had begun are not counted. */
    private LocalDate seasonEnd(LocalDate from, int count) {
        int first = from.isAfter(seasonFrom.atYear(from.getYear())) ? from.getYear() + 1 : from.getYear();
        int last = first + count - 1;
        return seasonTo.atYear(seasonFrom.isAfter(seasonTo) ? last + 1 : last);
    }

    /**
     * What a matter is about, by its kind and its words. Words that are surely about work which is not under warranty tell
     * of no other.
     *
     * @param kind    id of {@code config/matters.yaml}
     * @param words   of the resident
     * @param running ids of the works that were under warranty
     */
    public WarrantyMatch match(String kind, String words, Collection<String> running) {
        List<WarrantyWork> possible = works().stream().filter(work -> work.matters().contains(kind)).toList();
        List<String> sure = possible.stream().filter(work -> work.sure().matcher(words).find())
                .map(WarrantyWork::id).toList();
        List<String> meant = !sure.isEmpty() ? sure : possible.stream()
                .filter(work -> work.perhaps().matcher(words).find()).map(WarrantyWork::id).toList();
        List<String> works = meant.stream().filter(running::contains).toList();
        return new WarrantyMatch(sure.size() == 1 && works.equals(sure), works);
    }

    /** @return whether a matter of the kind can be about work under warranty */
    public boolean concerns(String kind) {
        return works().stream().anyMatch(work -> work.matters().contains(kind));
    }
}
