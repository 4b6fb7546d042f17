package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file declares of the association beside departments and people, checked in itself.
 *
 * @param municipality id of the tenant of its office
 * @param moderation who drafts and consolidates, as published
 * @param adoption who adopts, as published
 * @param members dated; a city that left and came back stands there twice
 */
public record DeclaredAssociation(
        String municipality,
        String name,
        String moderation,
        String adoption,
        List<Member> members,
        List<Partner> partners) {

    /** How large a city is. */
    public enum SizeClass {
        LARGE,
        MEDIUM
    }

    /**
     * A membership.
     *
     * @param municipality id of the city, whether it works in this installation or not
     * @param joined first day
     * @param lastDay null = open
     */
    public record Member(
            String municipality,
            String name,
            SizeClass sizeClass,
            boolean caseCity,
            LocalDate joined,
            LocalDate lastDay) {}

    /** @param role what it does in the association, in words */
    public record Partner(String name, String role) {}
}
