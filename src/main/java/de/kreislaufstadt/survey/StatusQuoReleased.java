package de.kreislaufstadt.survey;

import java.util.UUID;

/** The summary of a measure's status quo was released; it may be published with its date. */
public record StatusQuoReleased(String municipality, UUID measureId) {}
