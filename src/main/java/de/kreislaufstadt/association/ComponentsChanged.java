package de.kreislaufstadt.association;

import de.kreislaufstadt.measure.ModelComponent;

/**
 * A version of a component was published or withdrawn. Published inside the transaction that does it.
 *
 * @param component whose versions are others now
 */
public record ComponentsChanged(ModelComponent component) {}
