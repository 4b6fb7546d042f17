package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.rights.Matrix;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the matrix of rights, the very file that the gate asks. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + RightsController.KEY)
class RightsController {

    /** Segment of the tab's addresses. */
    static final String KEY = "rights";

    private final Rights rights;

    RightsController(Rights rights) {
        this.rights = rights;
    }

    /** @param roles in the order of the columns */
    record Page(List<Role> roles, List<Matrix.Area> areas) {}

    @GetMapping
    Page page() {
        return new Page(List.of(Role.values()), rights.areas());
    }

    /** Administrators and auditors read it; it is changed in the file alone. */
    @Component
    static class Tab implements AdministrationTab {

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public boolean isFor(Login who, boolean changing) {
            return RightsFilter.rolesOf(who).stream()
                    .anyMatch(role -> role == Role.ADMINISTRATOR || role == Role.AUDITOR);
        }
    }
}
