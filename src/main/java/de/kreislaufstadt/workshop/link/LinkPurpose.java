package de.kreislaufstadt.workshop.link;

/** What a link lets its holder do. A token of one purpose is worth nothing on the pages of another. */
public enum LinkPurpose {
    ANSWER("einladung"),
    OBJECTION("protokoll"),
    EVALUATION("rueckmeldung");

    private final String path;

    LinkPurpose(String path) {
        this.path = path;
    }

    /** @return first segment of the page's path, and the audience named in the token */
    String path() {
        return path;
    }
}
