package city.renewal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Finding;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What a file changes of a register that is there already, and what it leaves. */
@OnEachDatabase
class HouseholdRegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final String WITHOUT_201 = ConsentSample.REGISTER.replace("1号楼,2,201,60.00,李四\n", "");

    private final Jdbi jdbi;
    private final Services services;
    private final HouseholdRegister register;
    private ConsentSample sample;

    HouseholdRegisterTest(TestDatabase database) {
        jdbi = database.jdbi();
        services = database.services(TestClock.at(DAY));
        register = services.get(HouseholdRegister.class);
    }

    @BeforeEach
    void compound(TestInfo test) {
        String code = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT).replace('_', '-');
        sample = ConsentSample.add(services, code.substring(0, Math.min(32, code.length())).replaceAll("-$", ""));
    }

    @Test
    void codes_that_go_with_their_households_are_in_the_record() {
        sample.register();
        sample.codes();
        sample.code(sample.household("B01", "2", "201").id());
        sample.register(WITHOUT_201);

        assertThat(findings()).isEmpty();
        assertThat(lastEntry()).contains("\"kind\":\"codes\"", "\"issued\":0", "\"voided\":1");
        sample.register(WITHOUT_201.replace("1号楼,1,101,50.00,张三\n", "1号楼,1,101,51.00,张三\n"));
        assertThat(lastEntry()).as("no code went").contains("\"kind\":\"register\"");
        assertThat(findings()).isEmpty();
    }

    @Test
    void file_without_the_owners_column_keeps_the_names() {
        sample.register();
        sample.register("楼号,单元,门牌号,建筑面积\n1号楼,1,101,55\n1号楼,1,102,50\n1号楼,2,201,60\n2号楼,1,底商,400\n");
        assertThat(owners()).containsExactly("张三", "李四");
        sample.open("屋面防水");
        correct("楼号,单元,门牌号,建筑面积\n1号楼,1,101,56\n");
        assertThat(owners()).containsExactly("张三", "李四");

        correct("楼号,单元,门牌号,建筑面积,业主\n1号楼,1,101,56,\n");
        assertThat(owners()).as("a column that is there and empty says that nobody is named").containsExactly("李四");
        assertThat(findings()).isEmpty();
    }

    @Test
    void stairwell_is_one_however_it_is_written() {
        sample.register("楼号,单元,门牌号,建筑面积\n1号楼,1单元,101,50\n1号楼,1 单元,102,50\n1号楼,１单元,103,50\n2号楼,1 单元,101,40\n");
        assertThat(stairwells()).containsExactly("1号楼 1单元 3", "2号楼 1 单元 1");
        sample.open("屋面防水");
        correct("楼号,单元,门牌号,建筑面积\n1号楼,1 单元,104,50\n2号楼,1单元,102,40\n");

        assertThat(stairwells()).containsExactly("1号楼 1单元 4", "2号楼 1 单元 2");
        assertThat(findings()).isEmpty();
    }

    private void correct(String csv) {
        register.correct(sample.worker(), sample.project().id(), sample.read(csv), "复核");
    }

    private List<String> owners() {
        return register.doors(sample.project().id()).values().stream().map(HouseholdRegister.Door::owner)
                .filter(Objects::nonNull).sorted().toList();
    }

    private List<String> stairwells() {
        return register.stairwells(sample.project().id()).stream()
                .map(each -> each.building() + " " + each.stairwell() + " " + each.households()).toList();
    }

    private String lastEntry() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT content FROM consent_entry WHERE project_id = :id ORDER BY number DESC LIMIT 1")
                .bind("id", sample.project().id()).mapTo(String.class).one());
    }

    private List<Finding> findings() {
        return services.get(ConsentCheck.class).findings().stream()
                .filter(finding -> finding.parameters()[0].equals(sample.project().code())).toList();
    }
}
