package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.form.Texts;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists that people find in Tasklist, in their order: those of staff, and the one of people of no municipality. The engine knows them by their German names. */
public enum InboxList {
    DEPARTMENT,
    MINE,
    OVERDUE,
    FOLLOW_UP,
    DEPUTY,
    OUTSIDE;

    private static final Texts TEXTS = Texts.of("process");

    /** @return the list that the engine knows by this name; empty for what people have made themselves */
    public static Optional<InboxList> named(String german) {
        return Stream.of(values())
                .filter(list -> TEXTS.german(list.key()).equals(german))
                .findFirst();
    }

    /** @return the name for who reads it */
    public String title() {
        return TEXTS.get(key());
    }

    /** @return what is in it, for who reads it */
    public String description() {
        return TEXTS.get(key() + ".description");
    }

    private String key() {
        return "process.list." + name();
    }
}
