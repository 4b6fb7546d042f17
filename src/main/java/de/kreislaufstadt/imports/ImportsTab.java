package de.kreislaufstadt.imports;

import de.kreislaufstadt.process.web.AdministrationTab;
import org.springframework.stereotype.Component;

/** The tab Übernahmen of the page Verwaltung; administrators alone. */
@Component
class ImportsTab implements AdministrationTab {

    /** Segment of its addresses. */
    static final String KEY = "imports";

    @Override
    public String key() {
        return KEY;
    }
}
