package city.renewal.project.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.renewal.base.Words;
import city.renewal.base.YamlNode;
import city.renewal.matter.MatterKind;
import city.renewal.matter.MatterRules;
import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkTypes;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of the law, what a project's works are, and what a resident's words are about. */
class WarrantyRulesTest {

    private static final List<String> ALL = List.of("roof", "walls", "insulation", "heating", "pipes", "electric", "equipment",
            "finishes", "infrastructure", "planting");

    private final WarrantyRules rules = new WarrantyRules(MonthDay.of(11, 15), MonthDay.of(3, 15));

    @Test
    void the_file_speaks_of_types_and_matters_that_are_there() {
        List<String> types = WorkTypes.packed().all().stream().map(WorkType::id).toList();
        List<String> matters = MatterRules.packed(HolidayCalendars.packed()).kinds().stream().map(MatterKind::id).toList();

        assertThat(rules.works()).extracting(WarrantyWork::id).containsExactlyElementsOf(ALL);
        assertThat(rules.works()).allSatisfy(work -> {
            assertThat(types).containsAll(work.types());
            assertThat(matters).containsAll(work.matters());
            assertThat(work.matters()).doesNotContain("neighbours");
            assertThat(work.source().en()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"roof, 2026-11-20, 2031-11-20", "walls, 2024-02-29, 2029-02-28", "pipes, 2026-11-20, 2028-11-20",
            "insulation, 2026-11-20, 2031-11-20",
            // Before the season of 2026 begins, it is the first of the two; on its first day too.
            "heating, 2026-09-30, 2028-03-15", "heating, 2026-11-15, 2028-03-15",
            // Once it runs, it is not counted; nor in the part of it that lies in the next year.
            "heating, 2026-11-16, 2029-03-15", "heating, 2027-02-01, 2029-03-15"})
    void the_last_day_is_that_of_the_law(String work, LocalDate accepted, LocalDate until) {
        assertThat(rules.until(rules.get(work), accepted)).isEqualTo(until);
    }

    @Test
    void designed_life_and_what_is_agreed_have_no_last_day_of_the_law() {
        assertThat(rules.until(rules.get("infrastructure"), LocalDate.of(2026, 1, 1))).isNull();
        assertThat(rules.until(rules.get("planting"), LocalDate.of(2026, 1, 1))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"leak, 屋顶漏雨了，顶楼房间全湿, true, roof", "leak, The ROOF leaks, true, roof",
            "leak, 厨房顶棚漏水, false, roof walls heating pipes",
            "leak, 二楼顶棚渗水, false, roof walls heating pipes", "leak, 暖气接头滴水, true, heating",
            "leak, 下水堵了返味, true, pipes", "quality, 扶手松动, true, finishes",
            "leak, 外墙和屋顶都渗水, false, roof walls", "danger, 三楼窗边的保温板鼓起来了, true, insulation",
            "quality, 外墙保温层掉了一块, false, walls insulation", "leak, 外墙渗水, true, walls", "danger, A slight smell, false, ''",
            "supply, 楼道灯不亮, true, electric", "quality, A sink hole in the spirit of things, false, ''",
            "noise, 屋顶施工太吵, false, ''", "neighbours, 楼上漏水, false, ''", "question, 什么时候完工, false, ''"})
    void words_tell_the_work_or_leave_it_open(String kind, String words, boolean certain, String works) {
        WarrantyMatch match = rules.match(kind, words, ALL);

        assertThat(match.certain()).isEqualTo(certain);
        assertThat(String.join(" ", match.works())).isEqualTo(works);
    }

    @Test
    void what_is_not_under_warranty_is_not_claimed() {
        assertThat(rules.match("leak", "屋顶漏雨", List.of("pipes")).certain()).isFalse();
        assertThat(rules.match("leak", "屋顶漏雨", List.of()).works()).isEmpty();
    }

    @Test
    void works_are_known_by_type_and_by_name() {
        assertThat(rules.of(List.of(new ProjectWork.Done("indoor", new Words("1–4号楼排水立管更换", null)),
                new ProjectWork.Done("trenches", new Words("架空线缆入地", null)),
                new ProjectWork.Done(null, new Words("智能快递柜与信报箱", null)),
                new ProjectWork.Done("scaffolding", new Words("外脚手架搭设", null)))))
                .extracting(WarrantyWork::id).containsExactly("pipes", "electric", "equipment");
    }

    @Test
    void insulation_of_buildings_is_told_from_paint_and_from_insulated_pipes() {
        assertThat(rules.of(List.of(new ProjectWork.Done("facade", new Words("1–4号楼外墙修缮与保温", null)))))
                .extracting(WarrantyWork::id).containsExactly("walls", "insulation");
        assertThat(rules.of(List.of(new ProjectWork.Done("facade", new Words("外墙涂料", null)))))
                .extracting(WarrantyWork::id).containsExactly("walls");
        assertThat(rules.of(List.of(new ProjectWork.Done("heating-pipes", new Words("预制保温管安装", null)))))
                .extracting(WarrantyWork::id).containsExactly("heating");
    }

    @Test
    void every_term_names_its_source_and_what_was_not_read_itself_says_so() {
        assertThat(rules.works()).allSatisfy(work -> assertThat(work.source().zh()).contains("条例"));
        assertThat(rules.get("insulation").source().zh()).contains("民用建筑节能条例", "第二十三条", "未核对原文");
    }

    @Test
    void a_file_that_does_not_fit_is_refused_by_its_place() {
        Map<String, Object> source = Map.of("zh", "法", "en", "law");
        assertThatIllegalArgumentException().isThrownBy(() -> WarrantyRules.read(YamlNode.of("a file", Map.of("works",
                List.of(Map.of("id", "roof", "zh", "屋面", "years", 0, "source", source, "matters", List.of("leak")))))))
                .withMessageContaining("roof");
    }
}
