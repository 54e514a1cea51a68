package city.renewal.plan.ui.chart;

/** The product's colours as a drawing carries them; a downloaded one has no style sheet to ask. */
enum Ink {
    INK("#1b2733"),
    SECONDARY("#55626e"),
    CARD("#ffffff"),
    LINE("#e1e6e3"),
    JADE("#0f6b5c"),
    JADE_BAR("#2c8f7c"),
    JADE_SOFT("#e2f0ec"),
    LATE("#b93a0e"),
    AMBER("#8a5606"),
    BLUE("#22609f");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
