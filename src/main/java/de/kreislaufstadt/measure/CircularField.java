package de.kreislaufstadt.measure;

/** Field of the circular economy that a measure, an activity or an organisation belongs to. */
public enum CircularField {
    BUILDING,
    FOOD,
    PACKAGING,
    TEXTILES,
    PROCUREMENT,
    ELECTRONICS,
    OTHER
}
