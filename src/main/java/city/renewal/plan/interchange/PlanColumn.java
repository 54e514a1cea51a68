package city.renewal.plan.interchange;

import java.util.Locale;

/** The columns of a plan in a spreadsheet, from left to right. */
enum PlanColumn {
    NUMBER(8), CODE(14), NAME(36), CLASS(10), WORK(14), PLACE(14), CREW(16), DURATION(8), START(12), FINISH(12),
    PREDECESSORS(16), PLANNED(12), DONE(12), UNIT(8), SHARE(9), WEIGHT(9), PROMISED_START(12), PROMISED_FINISH(12),
    DAYS_LATE(9), CRITICAL(8), NOTES(30);

    private final int width;

    PlanColumn(int width) {
        this.width = width;
    }

    /** @return characters it is wide */
    int width() {
        return width;
    }

    /** @return the key of its heading in the bundles */
    String key() {
        return "export.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
