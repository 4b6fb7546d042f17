package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The association is set up in a file of the same kind as a municipality's. */
class AssociationFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static final String VALID = """
            association:
              id: verbund
              name: Städteverbund Kreislaufwirtschaft
              federalState: BE
              closingDays:
                - {day: 2026-12-28, reason: Betriebsferien}
              moderation: Difu
              adoption: Deutscher Städtetag
              members:
                - {municipality: muenster, name: Stadt Münster, sizeClass: LARGE, caseCity: true, joined: 2023-07-01}
                - {municipality: partner07, name: Partnerkommune 07, sizeClass: MEDIUM, joined: 2023-07-01, lastDay: 2024-12-31}
                - {municipality: partner07, name: Partnerkommune 07, sizeClass: MEDIUM, joined: 2025-06-01}
              partners:
                - {name: Partnerhochschule, role: begleitet wissenschaftlich}
            departments:
              - {key: difu, name: Deutsches Institut für Urbanistik, roles: [COMPONENT_DRAFTING]}
              - {key: staedtetag, name: Deutscher Städtetag, roles: [COMPONENT_ADOPTION]}
            people:
              - {id: verbund-difu-sachbearbeitung, name: Sachbearbeitung Difu, department: difu}
              - {id: verbund-staedtetag-leitung, name: Leitung Städtetag, department: staedtetag, head: true}
            workingDays: {review-proposal: 15}
            retention: {invitations: P14D}
            """;

    @Test
    void itBecomesATenantWithDepartmentsAndPeopleButNoCity() {
        City city = city(VALID);
        assertThat(city.association()).isTrue();
        assertThat(city.id()).isEqualTo("verbund");
        assertThat(city.officialKey()).isNull();
        assertThat(city.federalState()).isEqualTo(FederalState.BE);
        assertThat(city.closingDays()).containsEntry(LocalDate.of(2026, 12, 28), "Betriebsferien");
        assertThat(city.units()).containsOnlyKeys("difu", "staedtetag");
        assertThat(city.workingDays()).containsEntry("review-proposal", 15);
    }

    @Test
    void membersAreDeclaredWithTheirTimesAndMayComeBack() {
        DeclaredAssociation declared = new MunicipalityFileReader()
                .read("verbund.yaml", VALID)
                .association()
                .declared();
        assertThat(declared.moderation()).isEqualTo("Difu");
        assertThat(declared.adoption()).isEqualTo("Deutscher Städtetag");
        assertThat(declared.members())
                .extracting(DeclaredAssociation.Member::municipality)
                .containsExactly("muenster", "partner07", "partner07");
        assertThat(declared.members().get(0).caseCity()).isTrue();
        assertThat(declared.members().get(1).lastDay()).isEqualTo("2024-12-31");
        assertThat(declared.partners()).extracting("name").containsExactly("Partnerhochschule");
    }

    @Test
    void itIsWrittenAsItWasRead() {
        MunicipalityFileReader reader = new MunicipalityFileReader();
        MunicipalityFile file = reader.read("", VALID);
        String written = new MunicipalityFileWriter().write(file);
        assertThat(reader.read("", written)).as(written).isEqualTo(file);
        assertThat(written).doesNotContain("officialKey");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    joined: 2025-06-01          | joined: 2024-06-01        | association.members[2] (partner07): ist für dieselbe Zeit schon Mitglied: members[1], seit 01.07.2023 bis 31.12.2024
                    , lastDay: 2024-12-31       | ''                        | association.members[2] (partner07): ist für dieselbe Zeit schon Mitglied: members[1], seit 01.07.2023
                    joined: 2025-06-01          | joined: 2024-12-31        | association.members[2] (partner07): ist für dieselbe Zeit schon Mitglied: members[1], seit 01.07.2023 bis 31.12.2024
                    lastDay: 2024-12-31         | lastDay: 2023-06-30       | association.members[1] (partner07).lastDay: liegt vor joined
                    sizeClass: LARGE            | sizeClass: HUGE           | Zeile 10, association.members[0].sizeClass: „HUGE“ ist nicht erlaubt (erlaubt: LARGE, MEDIUM)
                    sizeClass: LARGE,           | ''                        | association.members[0] (muenster).sizeClass: fehlt (LARGE oder MEDIUM)
                    name: Stadt Münster,        | name: Partnerkommune 07,  | association.members[1] (partner07).name: „Partnerkommune 07“ heißt auch members[0] (muenster)
                    municipality: muenster      | municipality: verbund     | association.members[0] (verbund): der Verbund kann nicht sein eigenes Mitglied sein
                    municipality: muenster      | municipality: Münster     | association.members[0].municipality: „Münster“ ist ungültig, erwartet: höchstens 18 Kleinbuchstaben und Ziffern ohne Bindestrich
                    caseCity: true, joined: 2023-07-01 | caseCity: true     | association.members[0] (muenster).joined: fehlt
                    role: begleitet wissenschaftlich | role: ''             | association.partners[0].role: fehlt
                    moderation: Difu            | ''                        | association.moderation: fehlt
                    """)
    void wrongMembersAreRefusedWithPlaceAndReason(String right, String wrong, String message) {
        assertRefused(VALID.replace(right, wrong), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    , roles: [COMPONENT_ADOPTION] | ''                      | departments: die Rolle „COMPONENT_ADOPTION“ wird gebraucht, aber keine heute gültige Abteilung hat sie
                    [COMPONENT_DRAFTING]          | [CLIMATE_UNIT]          | departments[0] (difu).roles: unbekannte Rolle „CLIMATE_UNIT“ (erlaubt: COMPONENT_DRAFTING, COMPONENT_ADOPTION)
                    """)
    void itNeedsItsOwnRolesAndNoOthers(String right, String wrong, String message) {
        assertRefused(VALID.replace(right, wrong), message);
    }

    @Test
    void whoDraftsDoesNotAdopt() {
        assertRefused(
                VALID.replace("[COMPONENT_DRAFTING]", "[COMPONENT_DRAFTING, COMPONENT_ADOPTION]")
                        .replace(", roles: [COMPONENT_ADOPTION]", ""),
                "departments: COMPONENT_DRAFTING und COMPONENT_ADOPTION brauchen zwei Abteilungen: Wer entwirft, nimmt nicht an");
    }

    @ParameterizedTest
    @ValueSource(strings = {"look: {colour: '#0b6b4f'}", "visibility: {funding: DEPARTMENT}"})
    void whatOnlyACityHasIsRefused(String section) {
        assertRefused(
                VALID + section + "\n", section.replaceFirst(":.*", "") + ": gibt es nur in der Datei einer Kommune");
    }

    /** Its pages stand beside those of cities, and it answers for them itself. */
    @Test
    void itSaysWhoAnswersForItsPublicPages() {
        City association = city(VALID + """
                publicPage: {contactMail: verbund@example.org, texts: {imprint: Der Verbund}}
                """);
        assertThat(association.publicPage().settings()).containsEntry("contactMail", "verbund@example.org");
        assertThat(association.publicPage().texts()).containsEntry("IMPRINT", "Der Verbund");
    }

    @Test
    void aFileIsThatOfACityOrOfTheAssociation() {
        String both = VALID + """
                municipality: {id: bonn, name: Bonn, officialKey: "05314000", federalState: NW}
                """;
        assertRefused(
                both,
                "association: eine Datei gehört einer Kommune (municipality) oder dem Verbund (association), nicht beiden");
    }

    @Test
    void tasksOfTheModelApproachStayWithTheirRoles() {
        assertRefused(
                MunicipalityFileTest.VALID.replace("routing: {", "routing: {comment-component: CLIMATE_UNIT, "),
                "routing.comment-component: diese Aufgabe hat immer die Rolle ASSOCIATION_COORDINATION");
        assertRefused(
                VALID + "routing: {review-proposal: COMPONENT_ADOPTION}\n",
                "routing.review-proposal: diese Aufgabe gibt es nur in Kommunen");
    }

    @Test
    void aCityMayCoordinateForTheAssociationAndNeedNot() {
        assertThat(city(MunicipalityFileTest.VALID).holderOf("ASSOCIATION_COORDINATION", TODAY))
                .isEmpty();
        City coordinating = city(MunicipalityFileTest.VALID.replace(
                "roles: [CLIMATE_UNIT]", "roles: [CLIMATE_UNIT, ASSOCIATION_COORDINATION]"));
        assertThat(coordinating.holderOf("ASSOCIATION_COORDINATION", TODAY)).contains("klima");
        assertRefused(
                MunicipalityFileTest.VALID.replace(
                        "roles: [CLIMATE_UNIT]", "roles: [CLIMATE_UNIT, COMPONENT_DRAFTING]"),
                "departments[1] (klima).roles: unbekannte Rolle „COMPONENT_DRAFTING“ (erlaubt: "
                        + String.join(", ", Role.names(false)) + ")");
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(text))
                .withMessage("verbund.yaml, " + message);
    }

    private static City city(String text) {
        MunicipalityFile file = new MunicipalityFileReader().read("verbund.yaml", text);
        return new MunicipalityFileCheck("verbund.yaml", file, TestSteps.create(), TODAY).city();
    }
}
