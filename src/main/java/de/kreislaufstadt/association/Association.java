package de.kreislaufstadt.association;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The association of this installation and its members by day: members are a dated list, never a number. */
public interface Association {

    /** @return its office; empty where the installation has no association */
    Optional<Office> office();

    /** @return members on that day, sorted by name; empty where the installation has no association */
    List<Member> members(LocalDate day);

    /** @return everybody who is or was a member, sorted by name and then by the day of joining */
    List<Member> allMembers();

    /**
     * Where the association works: its people and their tasks lie in a tenant of their own, as those of a municipality do.
     *
     * @param municipality id of that tenant
     * @param name of the association
     * @param moderation who drafts and consolidates, e.g. {@code Difu}
     * @param adoption who adopts, e.g. {@code Deutscher Städtetag}
     */
    record Office(String municipality, String name, String moderation, String adoption) {}
}
