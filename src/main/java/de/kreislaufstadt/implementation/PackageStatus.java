package de.kreislaufstadt.implementation;

/** Where a work package stands. */
enum PackageStatus {
    OPEN("offen"),
    RUNNING("läuft"),
    DONE("fertig"),
    BLOCKED("blockiert"),
    DROPPED("entfällt");

    private final String label;

    PackageStatus(String label) {
        this.label = label;
    }

    /** @return German name within a sentence */
    String label() {
        return label;
    }
}
