package de.kreislaufstadt.monitoring;

import java.util.List;
import java.util.UUID;

/**
 * What a person sees of the portfolio.
 *
 * @param municipalities ids of their municipalities, narrowed to the one they ask for
 * @param measures ids of the measures they see; null for all of these municipalities
 */
record Sight(List<String> municipalities, List<UUID> measures) {}
