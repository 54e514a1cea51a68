package city.renewal.plan.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buildings as they come out of a spreadsheet. */
class BuildingTableTest {

    @Test
    void rows_of_a_spreadsheet_are_read_with_and_without_names_of_columns() {
        List<Building> read = List.of(new Building("1", 4, new BigDecimal("3600.5"), 48),
                new Building("2A", 3, new BigDecimal("12800"), 36));

        assertThat(BuildingTable.parse("1\t4\t3600.5\t48\r\n2A\t3\t12,800\t36\r\n")).isEqualTo(read);
        assertThat(BuildingTable.parse("No\tStairwells\tArea\tHouseholds\n1\t4\t3600.5\t48\n\n2A\t3\t12,800\t36"))
                .isEqualTo(read);
        assertThat(BuildingTable.parse("1, 4, 3600.5, 48\n2A, 3, 12800, 36")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1;4;3600 | Row 1 has 3 columns; there should be 4: number, stairwells, floor area, households.",
            "1;4;large;48 | “large” in row 1 is no number.",
            "1;4.5;3600;48 | “4.5” in row 1 is no number.",
            "1;0;3600;48 | Building 1: stairwells, floor area and households are above 0 and at most 1,000,000.",
            "1;4;-1;48 | Building 1: stairwells, floor area and households are above 0 and at most 1,000,000."})
    void what_does_not_fit_is_named(String row, String message) {
        assertRefused(row, message);
    }

    @Test
    void a_number_used_twice_is_named() {
        assertRefused("3;4;3600;48\n03;4;3600;48", "The number “03” is used twice.");
    }

    @Test
    void nothing_pasted_is_no_building() {
        assertRefused(" \n", "Please enter at least one building.");
    }

    @Test
    void twelve_alike_are_numbered() {
        assertThat(BuildingTable.alike(12, 4, BigDecimal.valueOf(3_600), 48)).hasSize(12)
                .extracting(Building::placeCode).startsWith("B01").endsWith("B12");
        assertThatThrownBy(() -> BuildingTable.alike(0, 4, BigDecimal.ONE, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> BuildingTable.alike(201, 4, BigDecimal.ONE, 1)).isInstanceOf(Refusal.class);
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> BuildingTable.parse(text)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.in(new Messages(), Locale.ENGLISH)).isEqualTo(message));
    }
}
