package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.InstallationRoles;
import de.kreislaufstadt.rights.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class EngineInstallationRoles implements InstallationRoles {

    private final IdentityService identity;
    private final InstallationGroups groups;

    EngineInstallationRoles(IdentityService identity, InstallationGroups groups) {
        this.identity = identity;
        this.groups = groups;
    }

    @Override
    public void ensureAccount(String id, String name, String password) {
        SignedIn.runAsSystem(() -> {
            if (identity.createUserQuery().userId(id).count() == 0) {
                User user = identity.newUser(id);
                user.setFirstName(name);
                user.setLastName("");
                user.setPassword(password);
                identity.saveUser(user);
            }
        });
    }

    @Override
    public void give(String user, Role role) {
        String group = group(role);
        SignedIn.runAsSystem(() -> {
            groups.ensure();
            if (!isIn(user, group)) {
                identity.createMembership(user, group);
            }
        });
    }

    @Override
    public void take(String user, Role role) {
        String group = group(role);
        SignedIn.runAsSystem(() -> identity.deleteMembership(user, group));
    }

    private boolean isIn(String user, String group) {
        return identity.createUserQuery().userId(user).memberOfGroup(group).count() > 0;
    }

    private static String group(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> Role.ADMINISTRATORS;
            case OPERATOR -> Role.OPERATORS;
            case ASSOCIATION_COORDINATOR -> Role.ASSOCIATION;
            default -> throw new IllegalArgumentException("Stands in the file of a municipality: " + role);
        };
    }
}
