package city.renewal.plan.template;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists of buildings as people write and paste them. */
public final class BuildingTable {

    /** Buildings that a plan may be made for at once. */
    public static final int MOST = 200;
    /** The largest floor area, number of stairwells or households of one building. */
    public static final int LARGEST = 1_000_000;

    private static final int COLUMNS = 4;
    private static final Pattern BETWEEN = Pattern.compile("\\s*[\\t;；]\\s*|\\s*,\\s*(?!\\d{3}(?:\\D|$))|\\s*，\\s*");

    private BuildingTable() {
    }

    /**
     * Reads rows as a spreadsheet copies them: number, stairwells, floor area in m², households. A first row of names is
     * passed over, thousands may be separated.
     *
     * @throws Refusal naming the row and what is wrong with it
     */
    public static List<Building> parse(String text) {
        List<Building> buildings = new ArrayList<>();
        List<String> rows = text.lines().filter(row -> !row.isBlank()).toList();
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = BETWEEN.split(rows.get(i).strip());
            if (cells.length != COLUMNS) {
                throw new Refusal("buildings.columns", i + 1, cells.length);
            }
            if (i == 0 && cells[1].chars().noneMatch(Character::isDigit)) {
                continue;
            }
            buildings.add(new Building(cells[0].strip(), whole(cells[1], i + 1), amount(cells[2], i + 1),
                    whole(cells[3], i + 1)));
        }
        check(buildings);
        return buildings;
    }

    private static BigDecimal amount(String cell, int row) {
        try {
            return new BigDecimal(cell.replace(",", "").strip());
        } catch (NumberFormatException none) {
            throw new Refusal("buildings.number", row, cell);
        }
    }

    private static int whole(String cell, int row) {
        try {
            return amount(cell, row).intValueExact();
        } catch (ArithmeticException broken) {
            throw new Refusal("buildings.number", row, cell);
        }
    }

    /** @return so many buildings with the same facts, numbered from 1 */
    public static List<Building> alike(int count, int stairwells, BigDecimal area, int households) {
        List<Building> buildings = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            buildings.add(new Building(String.valueOf(number), stairwells, area, households));
        }
        check(buildings);
        return buildings;
    }

    /** @throws Refusal when there are none or too many, one lacks a fact, or two have the same number */
    public static void check(List<Building> buildings) {
        if (buildings.isEmpty()) {
            throw new Refusal("buildings.none");
        }
        if (buildings.size() > MOST) {
            throw new Refusal("buildings.many", MOST);
        }
        Set<String> codes = new HashSet<>();
        for (Building building : buildings) {
            if (building.number().isBlank() || building.number().length() > Building.LONGEST_NUMBER) {
                throw new Refusal("buildings.unnamed", Building.LONGEST_NUMBER);
            }
            if (!within(building.stairwells()) || !within(building.households()) || building.area().signum() <= 0
                    || building.area().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
                throw new Refusal("buildings.absurd", building.number(), LARGEST);
            }
            if (!codes.add(building.placeCode())) {
                throw new Refusal("buildings.twice", building.number());
            }
        }
    }

    private static boolean within(int number) {
        return number > 0 && number <= LARGEST;
    }
}
