package de.kreislaufstadt.process.engine.extension;

/**
 * Whether what this thread does is about single tasks, which people of the association have in cities, too. Only there are they let
 * into these cities: everywhere else they are people of its office and of nowhere else.
 */
public final class WorkElsewhere {

    private static final ThreadLocal<Boolean> HERE = new ThreadLocal<>();

    private WorkElsewhere() {}

    /** Until {@link #end()}. */
    public static void begin() {
        HERE.set(true);
    }

    /** Ends what {@link #begin()} began. */
    public static void end() {
        HERE.remove();
    }

    static boolean isPossible() {
        return HERE.get() != null;
    }
}
