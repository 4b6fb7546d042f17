package de.kreislaufstadt.process;

import de.kreislaufstadt.rights.Role;
import java.util.Set;

/** Roles that belong to no municipality and are given to single accounts; all others stand in the municipalities' files. */
public interface InstallationRoles {

    /** Those that can be given. */
    Set<Role> ROLES = Set.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.ASSOCIATION_COORDINATOR);

    /** Creates an account of no municipality and without any role, unless there is one of this id. */
    void ensureAccount(String id, String name, String password);

    /** Gives a role of {@link #ROLES}; nothing happens if the account has it. */
    void give(String user, Role role);

    /** Takes a role of {@link #ROLES} away; nothing happens if the account has it not. */
    void take(String user, Role role);
}
