package de.kreislaufstadt.department;

import de.kreislaufstadt.department.DeclaredAssociation.SizeClass;
import java.time.LocalDate;
import java.util.List;

/**
 * What the association's file says of the association itself, as it is written; what is missing is null or empty. Departments,
 * people and settings stand beside it as in the file of a city.
 *
 * @param federalState whose public holidays hold at its office
 * @param validUntil last day; null = open
 * @param moderation who drafts and consolidates, as published
 * @param adoption who adopts, as published
 */
record AssociationFile(
        String id,
        String name,
        FederalState federalState,
        LocalDate validUntil,
        List<MunicipalityFile.ClosingDay> closingDays,
        String moderation,
        String adoption,
        List<Member> members,
        List<Partner> partners) {

    AssociationFile {
        closingDays = closingDays == null ? List.of() : closingDays;
        members = members == null ? List.of() : members;
        partners = partners == null ? List.of() : partners;
    }

    /** @return what a city's file says of the city, as far as it is the same here */
    MunicipalityFile.Municipality asTenant() {
        return new MunicipalityFile.Municipality(id, name, null, federalState, null, validUntil, closingDays);
    }

    AssociationFile endingOn(LocalDate lastDay) {
        return new AssociationFile(
                id, name, federalState, lastDay, closingDays, moderation, adoption, members, partners);
    }

    DeclaredAssociation declared() {
        return new DeclaredAssociation(
                id,
                name,
                moderation,
                adoption,
                members.stream()
                        .map(member -> new DeclaredAssociation.Member(
                                member.municipality(),
                                member.name(),
                                member.sizeClass(),
                                member.caseCity(),
                                member.joined(),
                                member.lastDay()))
                        .toList(),
                partners.stream()
                        .map(partner -> new DeclaredAssociation.Partner(partner.name(), partner.role()))
                        .toList());
    }

    /**
     * @param municipality id of the city, whether it works in this installation or not
     * @param joined first day
     * @param lastDay null = open
     */
    record Member(
            String municipality,
            String name,
            SizeClass sizeClass,
            boolean caseCity,
            LocalDate joined,
            LocalDate lastDay) {}

    /** @param role what it does in the association, in words */
    record Partner(String name, String role) {}
}
