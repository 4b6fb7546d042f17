package de.kreislaufstadt.measure;

/** Who may read a field of a measure's record, from the most to the fewest. */
public enum Visibility {
    /** Everybody, once it is released. */
    PUBLIC,
    /** Everybody with an account in the municipality. */
    CITY_GROUP,
    /** Members of departments that lead the measure or contribute to it, and the climate staff unit. */
    DEPARTMENT,
    /** Members of the department that leads the measure, and the climate staff unit. */
    INTERNAL;

    /** @return whether a reader of this kind may read a field of that visibility */
    public boolean mayRead(Visibility field) {
        return ordinal() >= field.ordinal();
    }

    /** @return the narrower of the two */
    public Visibility atMost(Visibility cap) {
        return ordinal() >= cap.ordinal() ? this : cap;
    }
}
