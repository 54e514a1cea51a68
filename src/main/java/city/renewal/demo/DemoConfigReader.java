package city.renewal.demo;

import city.renewal.account.Role;
import city.renewal.base.YamlNode;
import city.renewal.demo.DemoConfig.StageRule;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.template.CalendarRule;
import city.renewal.plan.template.PlanTemplate;
import city.renewal.plan.template.TemplateReader;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.project.Party;
import city.renewal.site.PauseReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/demo} as packed into the program. */
final class DemoConfigReader {

    private static final String FOLDER = "config/demo/";

    private final Kinds kinds;

    DemoConfigReader(Kinds kinds) {
        this.kinds = kinds;
    }

    /** @throws IllegalArgumentException naming the file and what is wrong with it */
    DemoConfig read() {
        List<Facts> projects = table("projects.csv").stream().map(this::facts).toList();
        List<CalendarRule> calendars = CalendarRule.packed();
        Map<String, PlanTemplate> templates = new TemplateReader(kinds, WorkTypes.packed(), calendars).packed();
        YamlNode scenarios = yaml("scenarios.yaml");
        Map<String, Scenario> byCode = new HashMap<>();
        scenarios.children("projects").forEach((code, node) -> byCode.put(code, scenario(node)));
        YamlNode stages = yaml("stages.yaml");
        Map<String, StageRule> rules = new HashMap<>();
        stages.children("stages").forEach((id, node) ->
                rules.put(id, new StageRule(node.whole("before", 0), node.texts("milestones"))));
        return new DemoConfig(projects, teams(), templates, byCode, reason(scenarios.child("usual_reason")),
                calendars, rules, stages.whole("promise_before", 0), people(), phrases());
    }

    private Facts facts(CSVRecord row) {
        Kind kind = kinds.get(row.get("kind"));
        Map<String, BigDecimal> measures = new LinkedHashMap<>();
        for (Kind.KindMeasure measure : kind.measures()) {
            String given = text(row, measure.id());
            if (given != null) {
                measures.put(measure.id(), new BigDecimal(given));
            }
        }
        return new Facts(row.get("code"), kind.id(), row.get("name"), row.get("name_en"), text(row, "street"),
                text(row, "community"), text(row, "guarantee") != null, row.get("team"), measures);
    }

    private static @Nullable String text(CSVRecord row, String column) {
        String found = row.isMapped(column) ? row.get(column) : "";
        return found.isEmpty() ? null : found;
    }

    private static Map<String, List<Party>> teams() {
        Map<String, List<Party>> teams = new HashMap<>();
        for (CSVRecord row : table("teams.csv")) {
            teams.put(row.get("team"), List.of(
                    new Party("owner", row.get("owner"), null, null),
                    new Party("designer", row.get("designer"), row.get("designer_contact"), null),
                    new Party("contractor", row.get("contractor"), row.get("manager"), row.get("manager_phone")),
                    new Party("supervisor", row.get("supervisor"), row.get("supervisor_contact"),
                            row.get("supervisor_phone"))));
        }
        return teams;
    }

    private static List<DemoConfig.Person> people() {
        return table("accounts.csv").stream()
                .map(row -> new DemoConfig.Person(row.get("login"), row.get("name"), Role.valueOf(row.get("role"))))
                .toList();
    }

    private static Scenario scenario(YamlNode node) {
        return new Scenario(
                new Scenario.Anchor(
                        node.has("finish_in") ? Integer.valueOf(node.whole("finish_in", 0)) : null,
                        node.has("start_in") ? Integer.valueOf(node.whole("start_in", 0)) : null,
                        node.has("season_start") ? monthDay(node.text("season_start")) : null),
                node.whole("zones", 1),
                new LinkedHashSet<>(node.texts("items")),
                node.numbers("pace"),
                node.numbers("waits"),
                node.nodes("stoppages").stream()
                        .map(stop -> new Scenario.Stoppage((int) stop.number("from"), (int) stop.number("to"),
                                stop.text("what").equals("outdoor"), stop.text("weather")))
                        .toList(),
                node.whole("silent", 0),
                node.has("pause") ? PauseReason.valueOf(node.text("pause")) : null,
                node.whole("unconfirmed", 2),
                node.flag("returned"),
                node.nodes("reasons").stream().map(DemoConfigReader::reason).toList());
    }

    private static Scenario.Reason reason(YamlNode node) {
        return new Scenario.Reason(node.text("category"), node.whole("given", 1), node.textOrNull("item"),
                node.text("zh"), node.text("en"), node.text("catch_up"));
    }

    private static MonthDay monthDay(String written) {
        return MonthDay.parse("--" + written);
    }

    private static DemoConfig.Phrases phrases() {
        YamlNode file = yaml("words.yaml");
        YamlNode plan = file.child("plan");
        Map<String, List<String>> remarks = new HashMap<>();
        YamlNode byTrade = file.child("remarks");
        byTrade.entries().keySet().forEach(trade -> remarks.put(trade.toString(), byTrade.texts(trade.toString())));
        Map<Integer, Map<String, Double>> weather = new HashMap<>();
        for (YamlNode season : file.nodes("weather")) {
            Map<String, Double> shares = new LinkedHashMap<>();
            season.entries().keySet().stream().map(Object::toString).filter(key -> !key.equals("months"))
                    .forEach(key -> shares.put(key, season.number(key)));
            season.texts("months").forEach(month -> weather.put(Integer.valueOf(month), shares));
        }
        return new DemoConfig.Phrases(plan.text("baseline"), plan.child("building").words(),
                plan.text("committee"), remarks, file.texts("returned"), weather);
    }

    private static YamlNode yaml(String name) {
        return YamlNode.packed(FOLDER + name);
    }

    static List<CSVRecord> table(String name) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(new InputStreamReader(open(name), StandardCharsets.UTF_8), format)) {
            return rows.getRecords();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InputStream open(String name) {
        InputStream file = DemoConfigReader.class.getClassLoader().getResourceAsStream(FOLDER + name);
        if (file == null) {
            throw new IllegalArgumentException("There is no " + FOLDER + name);
        }
        return file;
    }
}
