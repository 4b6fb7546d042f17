package de.kreislaufstadt.retention;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.rights.Role;
import java.util.Set;
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

    /** Auditors read what was deleted and what was blocked in their municipality; people are looked for by administrators. */
    @Override
    public boolean isFor(Login who, boolean changing) {
        Set<Role> roles = Role.of(who.groups(), who.tenants());
        return roles.contains(Role.ADMINISTRATOR) || !changing && roles.contains(Role.AUDITOR);
    }
}
