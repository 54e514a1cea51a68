package city.renewal.demo;

import city.renewal.plan.conflict.RoadPosition;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Where the demonstration's projects lie along roads, from {@code config/demo/roads.csv}. */
final class DemoRoads {

    private DemoRoads() {
    }

    /** @return the places by project code, in the order of the file */
    static Map<String, RoadPosition> packed() {
        Map<String, RoadPosition> positions = new LinkedHashMap<>();
        for (CSVRecord row : DemoConfigReader.table("roads.csv")) {
            positions.put(row.get("code"), new RoadPosition(row.get("road"), new BigDecimal(row.get("from")),
                    new BigDecimal(row.get("to")), !row.get("new").isEmpty()));
        }
        return positions;
    }
}
