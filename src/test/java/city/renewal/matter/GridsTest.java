package city.renewal.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose matter it is follows from the place alone. Every import replaces the register, so each test has its own. */
@OnEachDatabase
class GridsTest {

    private final Services services;
    private final Grids grids;
    private final MatterSample sample;

    GridsTest(TestDatabase database) {
        services = database.services(TestClock.at(LocalDate.of(2026, 11, 24)));
        grids = services.get(Grids.class);
        sample = new MatterSample(services);
    }

    @Test
    void the_dedicated_grid_comes_first_then_the_smallest_place() {
        sample.register(
                "F1,FULL,Full one,,community,,Peace,C01,,",
                "M1,MICRO,Micro one,F1,,,,C01,B01,1;2",
                "M2,MICRO,Micro two,F1,second-community,,,C01,B01,",
                "D1,专属网格,Market,,second-community,,,M01,,",
                "S1,FULL,Whole street,,community,South Road,,,,");

        assertThat(codeOf("South Road", "Peace", "C01", "B01", "2")).isEqualTo("M1");
        assertThat(codeOf("South Road", "Peace", "C01", "B01", "3")).isEqualTo("M2");
        assertThat(codeOf("South Road", "Peace", "C01", "B02", "1")).isEqualTo("F1");
        assertThat(codeOf("South Road", "Peace", "C09", null, null)).isEqualTo("F1");
        assertThat(codeOf("South Road", "Elsewhere", "M01", null, null)).isEqualTo("D1");
        assertThat(codeOf("South Road", "Elsewhere", "C77", null, null)).isEqualTo("S1");
        assertThat(grids.route(new GridPlace("North Road", null, "C77", null, null))).isEmpty();
    }

    @Test
    void a_grid_without_a_worker_takes_the_one_it_lies_in_and_gives_way_where_there_is_none() {
        sample.register(
                "F1,FULL,Full one,,community,,,C01,,",
                "M1,MICRO,Micro one,F1,,,,C01,B01,",
                "M2,MICRO,Micro two,,,,,C01,B02,");

        assertThat(route("C01", "B01")).extracting(Grid::code, Grid::workerId)
                .containsExactly("M1", sample.worker.accountId());
        assertThat(route("C01", "B02")).extracting(Grid::code).isEqualTo("F1");
    }

    @Test
    void a_register_with_faults_says_every_line_and_changes_nothing() {
        sample.register("F1,FULL,Full one,,community,,,C01,,");

        GridImport refused = grids.take(Actor.commandLine(), new ByteArrayInputStream(MatterSample.csv(
                "F1,FULL,Again,,community,,,C01,,",
                "F1,FULL,Twice,,,,,C02,,",
                ",FULL,No code,,,,,C03,,",
                "F4,LARGE,No kind,,,,,C04,,",
                "F5,FULL,,,,,,C05,,",
                "F6,FULL,Worker,,nobody,,,C06,,",
                "F7,FULL,Nowhere,,,,,,,",
                "F8,FULL,Place,,,,,C08;C09,B01,",
                "F9,FULL,Stairwell,,,,,C08,,1",
                "M1,MICRO,Parent,M2,,,,C10,,",
                "M2,FULL,Taken,,,,,c01,,")), false);

        assertThat(refused.done()).isFalse();
        assertThat(refused.faults().stream().map(fault -> fault.in(new Messages(), Locale.ENGLISH)).toList())
                .extracting(said -> said.substring(0, said.indexOf(':')))
                .containsExactly("Line 3", "Line 4", "Line 5", "Line 6", "Line 7", "Line 8", "Line 9", "Line 10",
                        "Line 12", "Line 11");
        assertThat(route("C01", null)).extracting(Grid::name).isEqualTo("Full one");
    }

    @Test
    void a_new_register_replaces_the_old_one_and_a_trial_replaces_nothing() {
        sample.register("F1,FULL,One,,community,,,C01,,", "F2,FULL,Two,,community,,,C02,,");

        GridImport trial = grids.take(Actor.commandLine(),
                new ByteArrayInputStream(MatterSample.csv("F2,FULL,Two anew,,community,,,C03,,")), true);
        assertThat(trial.retired()).isEqualTo(1);
        assertThat(route("C02", null)).extracting(Grid::name).isEqualTo("Two");

        sample.register("F2,FULL,Two anew,,community,,,C03,,");
        assertThat(route("C03", null)).extracting(Grid::name).isEqualTo("Two anew");
        assertThat(grids.route(new GridPlace(null, null, "C01", null, null))).isEmpty();
        assertThat(grids.counts()).extracting(Grids.Count::grids).containsExactly(1, 0, 0);
    }

    @Test
    void reads_what_a_chinese_spreadsheet_writes_and_refuses_what_is_no_table() {
        byte[] spreadsheet = "code,kind,name,community\r\nF1,全科网格,越秀路第一网格,港云里\r\n"
                .getBytes(Charset.forName("GB18030"));
        assertThat(grids.take(Actor.commandLine(), new ByteArrayInputStream(spreadsheet), false).done()).isTrue();
        assertThat(grids.route(new GridPlace(null, "港云里", null, null, null)))
                .hasValueSatisfying(grid -> assertThat(grid.name()).isEqualTo("越秀路第一网格"));

        assertThat(refusal("a,b\n1,2\n")).isEqualTo("grid.file.columns");
        assertThat(refusal("code,kind,name\n")).isEqualTo("grid.file.empty");
        assertThat(refusal("code,kind,name\n\"F1,FULL,x\n")).isEqualTo("grid.file.broken");
        assertThatThrownBy(() -> grids.take(sample.worker, new ByteArrayInputStream(spreadsheet), false))
                .hasMessage("refused.role");
    }

    @Test
    void the_published_register_is_taken_and_routes_to_the_stairwell() {
        GridImport taken = grids.take(Actor.commandLine(),
                new ByteArrayInputStream(GridSample.PUBLISHED.csv(List.of("community"))), false);

        assertThat(taken.grids()).containsEntry(GridKind.FULL, 1_441).containsEntry(GridKind.MICRO, 14_000)
                .containsEntry(GridKind.DEDICATED, 682);
        assertThat(grids.route(new GridPlace(null, null, GridSample.project(700), "B02", "1")))
                .hasValueSatisfying(grid -> assertThat(grid.kind()).isEqualTo(GridKind.MICRO));
        assertThat(grids.counts()).extracting(Grids.Count::workless).containsOnly(0);
    }

    private @Nullable String codeOf(@Nullable String street, @Nullable String community, String project,
                                    @Nullable String building, @Nullable String stairwell) {
        return grids.route(new GridPlace(street, community, project, building, stairwell)).map(Grid::code).orElse(null);
    }

    private Grid route(String project, @Nullable String building) {
        return grids.route(new GridPlace(null, null, project, building, null)).orElseThrow();
    }

    private String refusal(String file) {
        try {
            grids.take(Actor.commandLine(), new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), false);
            return "taken";
        } catch (Refusal refused) {
            return refused.key();
        }
    }
}
