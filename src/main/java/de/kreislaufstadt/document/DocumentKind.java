package de.kreislaufstadt.document;

/** What a document is good for. */
enum DocumentKind {
    MINUTES,
    PRESENTATION,
    EVIDENCE,
    OTHER;

    /** @return the kind that a document of this task most often is; whoever attaches it may say otherwise */
    static DocumentKind suggestedFor(String task) {
        return switch (task) {
            case "write-minutes", "check-minutes", "handle-objections", "release-minutes" -> MINUTES;
            case "work-on-package", "close-project", "confirm-closure" -> EVIDENCE;
            default -> OTHER;
        };
    }
}
