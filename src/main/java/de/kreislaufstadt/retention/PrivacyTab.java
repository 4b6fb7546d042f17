package de.kreislaufstadt.retention;

import de.kreislaufstadt.process.web.AdministrationTab;
import org.springframework.stereotype.Component;

/** The tab Datenschutz of the page Verwaltung. */
@Component
class PrivacyTab implements AdministrationTab {

    /** Segment of its addresses. */
    static final String KEY = "privacy";

    @Override
    public String key() {
        return KEY;
    }
}
