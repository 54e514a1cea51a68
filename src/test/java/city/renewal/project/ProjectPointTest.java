package city.renewal.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectPointTest {

    /** Places that the authors of the open implementations of the conversion publish: WGS 84, then GCJ-02. */
    @ParameterizedTest
    @CsvSource({
            "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
            "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
            "39.911954, 116.377817, 39.91334545536069, 116.38404722455657"})
    void converts_between_the_datums(double north, double east, double shownNorth, double shownEast) {
        Datum.Degrees shown = Datum.toGcj02(north, east);
        assertThat(shown.latitude()).isEqualTo(shownNorth, within(1e-6));
        assertThat(shown.longitude()).isEqualTo(shownEast, within(1e-6));

        Datum.Degrees back = Datum.GCJ_02.toWgs84(shownNorth, shownEast);
        assertThat(back.latitude()).isEqualTo(north, within(1e-5));
        assertThat(back.longitude()).isEqualTo(east, within(1e-5));
        assertThat(Datum.CGCS_2000.toWgs84(north, east)).isEqualTo(new Datum.Degrees(north, east));
    }

    @Test
    void takes_a_photo_within_reach_for_one_of_the_project_whatever_the_telephone_wrote() {
        ProjectPoint point = point("39.1", "117.2", Datum.WGS_84, 400);
        Datum.Degrees shown = Datum.toGcj02(39.1, 117.2);

        assertThat(point.metresOutside(new BigDecimal("39.1"), new BigDecimal("117.2"))).isZero();
        assertThat(point.metresOutside(new BigDecimal("39.105"), new BigDecimal("117.2"))).as("556 m north").isZero();
        assertThat(point.metresOutside(BigDecimal.valueOf(shown.latitude()), BigDecimal.valueOf(shown.longitude())))
                .as("a telephone that writes GCJ-02").isZero();
        assertThat(point.metresOutside(new BigDecimal("39.118"), new BigDecimal("117.2"))).as("2 km north")
                .isBetween(1_300, 1_450);
    }

    @Test
    void is_the_same_place_in_whichever_datum_it_is_given() {
        Datum.Degrees shown = Datum.toGcj02(39.1, 117.2);
        ProjectPoint given = new ProjectPoint(BigDecimal.valueOf(shown.latitude()),
                BigDecimal.valueOf(shown.longitude()), Datum.GCJ_02, 10);

        assertThat(given.metresOutside(new BigDecimal("39.1"), new BigDecimal("117.2"))).isZero();
        assertThat(given.metresOutside(new BigDecimal("39.1"), new BigDecimal("117.19"))).as("860 m west")
                .isBetween(600, 700);
    }

    @Test
    void refuses_what_cannot_be() {
        assertRefused("project.point.outside", point("51.5", "0.1", Datum.WGS_84, 400));
        assertRefused("project.point.outside", point("117.2", "39.1", Datum.WGS_84, 400));
        assertRefused("project.point.outside", point("39.1234567", "117.2", Datum.WGS_84, 400));
        assertRefused("project.point.reach", point("39.1", "117.2", Datum.WGS_84, 0));
        assertRefused("project.point.reach", point("39.1", "117.2", Datum.WGS_84, 1_000_000));
    }

    private static ProjectPoint point(String latitude, String longitude, Datum datum, int reach) {
        return new ProjectPoint(new BigDecimal(latitude), new BigDecimal(longitude), datum, reach);
    }

    private static void assertRefused(String key, ProjectPoint point) {
        assertThatThrownBy(point::checked)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
