package city.renewal.base;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A database of every earlier version comes to the newest with all that was in it. */
@OnEachDatabase
class UpgradeTest {

    private final TestDatabase database;

    UpgradeTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> keeps_every_row_of() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(UpgradeTest.class.getResource("/db/migration").toURI()))) {
            return files.map(file -> file.getFileName().toString().replaceAll("V([\\d_]+?)__.*", "$1").replace('_', '.'))
                    .filter(version -> new BigDecimal(version).compareTo(new BigDecimal(Migrations.NEWEST)) < 0)
                    .sorted(Comparator.comparing(BigDecimal::new))
                    .map(version -> DynamicTest.dynamicTest("version " + version, () -> upgradeFrom(version)))
                    .toList().stream();
        }
    }

    private void upgradeFrom(String version) throws SQLException {
        String schema = "upgrade_" + version.replace('.', '_');
        flyway(schema, version).migrate();
        try (Handle handle = database.jdbi().open()) {
            SampleRows rows = new SampleRows(handle, schema);
            rows.fill();
            Map<String, List<String>> before = rows.read();
            assertThat(before).hasSizeGreaterThan(10).allSatisfy((table, found) ->
                    assertThat(found).as(table).hasSizeGreaterThanOrEqualTo(SampleRows.EACH));

            assertThat(flyway(schema, "latest").migrate().targetSchemaVersion).isEqualTo(Migrations.NEWEST);

            assertThat(rows.read()).isEqualTo(before);
        }
    }

    private Flyway flyway(String schema, String target) {
        return Flyway.configure().dataSource(database.database().source()).schemas(schema)
                .locations("classpath:db/migration",
                        "classpath:db/" + database.toString().toLowerCase(Locale.ROOT)).target(target).load();
    }
}
