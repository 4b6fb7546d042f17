package de.kreislaufstadt.department;

import java.util.List;
import java.util.Optional;

/** Functional mailboxes of the units, and which unit stands behind a group of the engine. */
public interface Mailboxes {

    /** @return the unit that does the group's work today; empty for groups that are no unit's */
    Optional<Owner> ownerOf(String municipality, String group);

    /** @return address of the unit's mailbox, if it has one */
    Optional<String> mailboxOf(String municipality, String department);

    /** @return whether the address is a mailbox of any unit of the municipality, in upper or lower case */
    boolean isMailbox(String municipality, String address);

    /** @return keys of the units valid today that somebody with these groups heads, sorted by name */
    List<String> headedBy(String municipality, List<String> groups);

    /**
     * A unit as owner of a group.
     *
     * @param department its key
     * @param heads whether the group is that of its heads
     */
    record Owner(String department, boolean heads) {}
}
