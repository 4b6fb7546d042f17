package de.kreislaufstadt.demo;

import de.kreislaufstadt.process.InstallationRoles;
import de.kreislaufstadt.rights.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An operator for the demo: somebody who sees models, jobs and incidents of all municipalities, and no content of any. */
@Component
@Profile("demo")
@Order(120)
class DemoOperation implements ApplicationRunner {

    static final String ACCOUNT = "betrieb";

    private final InstallationRoles roles;
    private final DemoStart demo;

    DemoOperation(InstallationRoles roles, DemoStart demo) {
        this.roles = roles;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        roles.ensureAccount(ACCOUNT, "Betrieb", demo.secrets().people());
        roles.give(ACCOUNT, Role.OPERATOR);
    }
}
