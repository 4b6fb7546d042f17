package de.kreislaufstadt.association;

import de.kreislaufstadt.measure.ModelComponent;

/**
 * A municipality has released how far it is with a component, or withdrawn it: published inside the transaction that does it. Pages
 * that show the comparison are to be made anew.
 */
public record ComparisonChanged(String municipality, ModelComponent component) {}
