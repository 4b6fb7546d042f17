package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;

/** The six components of the association's common model approach. */
public enum ModelComponent {
    VISION_GOALS,
    STRATEGY,
    PROCESSES,
    STRUCTURES,
    INSTRUMENTS,
    PRODUCTS;

    /** @return German name */
    public String label() {
        return Texts.of("measure").name("measure.modelComponent", this);
    }
}
