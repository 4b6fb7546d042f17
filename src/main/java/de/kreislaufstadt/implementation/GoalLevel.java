package de.kreislaufstadt.implementation;

/** How far a project has reached its goal. */
enum GoalLevel {
    REACHED("erreicht"),
    PARTLY("teilweise erreicht"),
    NOT_REACHED("nicht erreicht");

    private final String label;

    GoalLevel(String label) {
        this.label = label;
    }

    /** @return German name within a sentence */
    String label() {
        return label;
    }
}
