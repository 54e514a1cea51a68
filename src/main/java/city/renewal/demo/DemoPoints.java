package city.renewal.demo;

import city.renewal.project.Datum;
import city.renewal.project.ProjectPoint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Where the demonstration's projects are made to lie, from {@code config/demo/points.csv}. */
final class DemoPoints {

    private DemoPoints() {
    }

    /** @return the points by project code, in the order of the file */
    static Map<String, ProjectPoint> packed() {
        Map<String, ProjectPoint> points = new LinkedHashMap<>();
        for (CSVRecord row : DemoConfigReader.table("points.csv")) {
            points.put(row.get("code"), new ProjectPoint(new BigDecimal(row.get("latitude")),
                    new BigDecimal(row.get("longitude")), Datum.valueOf(row.get("datum")),
                    Integer.parseInt(row.get("reach_metres"))));
        }
        return points;
    }
}
