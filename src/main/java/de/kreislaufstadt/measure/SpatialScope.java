package de.kreislaufstadt.measure;

/** Area a measure applies to; a text beside it says which. */
public enum SpatialScope {
    SITE,
    QUARTER,
    DISTRICT,
    CITY,
    REGION,
    BEYOND
}
