package de.kreislaufstadt.credential;

import de.kreislaufstadt.process.web.AdministrationTab;
import org.springframework.stereotype.Component;

/** The tab Konten of the page Verwaltung. */
@Component
class AccountsTab implements AdministrationTab {

    /** Segment of its addresses. */
    static final String KEY = "accounts";

    @Override
    public String key() {
        return KEY;
    }
}
