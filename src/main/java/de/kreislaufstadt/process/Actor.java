package de.kreislaufstadt.process;

import java.util.List;

/**
 * Who acts, and for which municipality.
 *
 * @param municipality id of the municipality (tenant) the person works for
 * @param user engine user id
 * @param departments keys of the departments the person belongs to, e.g. {@code wfm}
 */
public record Actor(String municipality, String user, List<String> departments) {}
