package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Checks what the association's file says of the association, its members and its partners. */
final class AssociationCheck {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ROLE = 200;

    private final BiFunction<String, String, RuntimeException> refused;

    /** @param refused makes of place and reason what is thrown */
    AssociationCheck(BiFunction<String, String, RuntimeException> refused) {
        this.refused = refused;
    }

    /** @throws RuntimeException made by the refusal if something is missing, doubled or contradictory */
    void check(MunicipalityFile file, City city, LocalDate today, Pattern id) {
        AssociationFile association = file.association();
        present(association.name(), LONGEST_NAME, "association.name");
        present(association.moderation(), LONGEST_NAME, "association.moderation");
        present(association.adoption(), LONGEST_NAME, "association.adoption");
        refuseWhatOnlyCitiesSet(file);
        for (int i = 0; i < association.members().size(); i++) {
            member(association, i, id);
        }
        for (int i = 0; i < association.partners().size(); i++) {
            AssociationFile.Partner partner = association.partners().get(i);
            String place = "association.partners[" + i + "]";
            require(partner != null, place, "ist leer");
            present(partner.name(), LONGEST_NAME, place + ".name");
            present(partner.role(), LONGEST_ROLE, place + ".role");
        }
        require(
                !city.holderOf(Role.COMPONENT_DRAFTING.name(), today)
                        .equals(city.holderOf(Role.COMPONENT_ADOPTION.name(), today)),
                "departments",
                "COMPONENT_DRAFTING und COMPONENT_ADOPTION brauchen zwei Abteilungen: Wer entwirft, nimmt nicht an");
    }

    private void refuseWhatOnlyCitiesSet(MunicipalityFile file) {
        require(file.scoreWeights().isEmpty(), "scoreWeights", "gibt es nur in der Datei einer Kommune");
        require(file.visibility().isEmpty(), "visibility", "gibt es nur in der Datei einer Kommune");
        require(file.monitoring() == null, "monitoring", "gibt es nur in der Datei einer Kommune");
        require(file.workshops() == null, "workshops", "gibt es nur in der Datei einer Kommune");
        require(file.look() == null, "look", "gibt es nur in der Datei einer Kommune");
    }

    private void member(AssociationFile association, int index, Pattern id) {
        AssociationFile.Member member = association.members().get(index);
        String place = "association.members[" + index + "]";
        require(member != null, place, "ist leer");
        require(member.municipality() != null && !member.municipality().isBlank(), place + ".municipality", "fehlt");
        require(
                id.matcher(member.municipality()).matches(),
                place + ".municipality",
                "„%s“ ist ungültig, erwartet: höchstens 18 Kleinbuchstaben und Ziffern ohne Bindestrich"
                        .formatted(member.municipality()));
        place += " (" + member.municipality() + ")";
        require(
                !member.municipality().equals(association.id()),
                place,
                "der Verbund kann nicht sein eigenes Mitglied sein");
        present(member.name(), LONGEST_NAME, place + ".name");
        require(member.sizeClass() != null, place + ".sizeClass", "fehlt (LARGE oder MEDIUM)");
        require(member.joined() != null, place + ".joined", "fehlt");
        require(
                member.lastDay() == null || !member.lastDay().isBefore(member.joined()),
                place + ".lastDay",
                "liegt vor joined");
        refuseTwice(association.members().subList(0, index), member, place);
    }

    private void refuseTwice(List<AssociationFile.Member> before, AssociationFile.Member member, String place) {
        for (int i = 0; i < before.size(); i++) {
            AssociationFile.Member other = before.get(i);
            boolean same = other.municipality().equals(member.municipality());
            require(
                    !same || !overlap(other, member),
                    place,
                    "ist für dieselbe Zeit schon Mitglied: members[%d], %s".formatted(i, period(other)));
            require(
                    same || !other.name().equals(member.name()),
                    place + ".name",
                    "„%s“ heißt auch members[%d] (%s)".formatted(member.name(), i, other.municipality()));
        }
    }

    private static boolean overlap(AssociationFile.Member one, AssociationFile.Member other) {
        return beginsWithin(one, other) || beginsWithin(other, one);
    }

    private static boolean beginsWithin(AssociationFile.Member one, AssociationFile.Member other) {
        return !one.joined().isBefore(other.joined())
                && (other.lastDay() == null || !one.joined().isAfter(other.lastDay()));
    }

    private static String period(AssociationFile.Member member) {
        DateTimeFormatter german = DateTimeFormatter.ofPattern("dd.MM.yyyy");
        String from = "seit " + member.joined().format(german);
        return member.lastDay() == null
                ? from
                : from + " bis " + member.lastDay().format(german);
    }

    private void present(String text, int longest, String place) {
        require(text != null && !text.isBlank(), place, "fehlt");
        require(text.length() <= longest, place, "länger als " + longest + " Zeichen");
    }

    private void require(boolean holds, String place, String reason) {
        if (!holds) {
            throw refused.apply(place, reason);
        }
    }
}
