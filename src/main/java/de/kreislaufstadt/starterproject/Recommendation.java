package de.kreislaufstadt.starterproject;

import de.kreislaufstadt.form.Texts;

/** What the decision table recommends for a sketch, and what the lead department may choose for it. */
enum Recommendation {
    STARTER_PROJECT,
    REWORK,
    DEFERRED,
    REJECTED;

    /** @return German name, as forms show it */
    String label() {
        return Texts.of("starterproject").name("starterproject.recommendation", this);
    }
}
