package de.kreislaufstadt.released;

import java.time.LocalDate;
import java.util.List;

/**
 * Who stands behind the common model approach.
 *
 * @param name of the association
 * @param moderation who drafts and consolidates
 * @param adoption who adopts
 * @param members everybody who is or was a member, by name and day of joining; members that have yet to join are among them
 */
public record Approach(
        String name, String moderation, String adoption, List<Membership> members, List<Partner> partners) {

    /** The lists may not be changed afterwards. */
    public Approach {
        members = List.copyOf(members);
        partners = List.copyOf(partners);
    }

    /** @return members on that day, by name */
    public List<Membership> membersOn(LocalDate day) {
        return members.stream().filter(member -> member.isOn(day)).toList();
    }

    /**
     * A membership; whoever leaves and comes back has two.
     *
     * @param municipality id, which leads to its pages where it has some here
     * @param sizeClass {@code LARGE} or {@code MEDIUM}
     * @param lastDay null while it lasts
     */
    public record Membership(
            String municipality, String name, String sizeClass, boolean caseCity, LocalDate joined, LocalDate lastDay) {

        /** @return whether it holds on that day */
        public boolean isOn(LocalDate day) {
            return !day.isBefore(joined) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** Who else takes part, and as what. */
    public record Partner(String name, String role) {}
}
