package de.kreislaufstadt.starterproject;

/** What the decision table recommends for a sketch, and what the lead department may choose for it. */
enum Recommendation {
    STARTER_PROJECT("Starterprojekt"),
    REWORK("Überarbeiten"),
    DEFERRED("Zurückstellen"),
    REJECTED("Nicht weiterverfolgen");

    private final String label;

    Recommendation(String label) {
        this.label = label;
    }

    /** @return German name, as forms show it */
    String label() {
        return label;
    }
}
