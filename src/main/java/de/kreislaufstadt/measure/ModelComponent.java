package de.kreislaufstadt.measure;

/** The six components of the association's common model approach. */
public enum ModelComponent {
    VISION_GOALS,
    STRATEGY,
    PROCESSES,
    STRUCTURES,
    INSTRUMENTS,
    PRODUCTS
}
