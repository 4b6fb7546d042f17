package de.kreislaufstadt.department;

import de.kreislaufstadt.process.web.AdministrationTab;
import org.springframework.stereotype.Component;

/** The tab Kommunen of the page Verwaltung. */
@Component
class MunicipalitiesTab implements AdministrationTab {

    /** Segment of its addresses. */
    static final String KEY = "municipalities";

    @Override
    public String key() {
        return KEY;
    }
}
