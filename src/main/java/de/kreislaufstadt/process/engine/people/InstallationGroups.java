package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.rights.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The groups of people of no city: who looks after the installation, and who coordinates the association. */
@Component
class InstallationGroups {

    private final IdentityService identity;
    private final Grants grants;

    InstallationGroups(IdentityService identity, Grants grants) {
        this.identity = identity;
        this.grants = grants;
    }

    /** Creates them where they are missing, and gives them what this release lets them do. */
    void ensure() {
        create(Role.OPERATORS, "Betrieb");
        grants.giveOperators();
        create(Role.ASSOCIATION, "Koordination des Verbunds");
        grants.giveAssociation();
    }

    /** The same; operators look after the jobs of every municipality, so also of this one. */
    void ensureFor(String municipality) {
        ensure();
        if (identity.createTenantQuery()
                        .tenantId(municipality)
                        .groupMember(Role.OPERATORS)
                        .count()
                == 0) {
            identity.createTenantGroupMembership(municipality, Role.OPERATORS);
        }
    }

    private void create(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(Groups.GROUP_TYPE_SYSTEM);
        identity.saveGroup(group);
    }
}
