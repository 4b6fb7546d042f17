package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.website.PublicAddresses;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class MunicipalityFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static final String VALID = """
            municipality:
              id: muenster
              name: Stadt Münster
              officialKey: 05515000
              federalState: NW
              paperNumberPattern: 'V/\\d{4}/\\d{4}'
              closingDays:
                - {day: 2026-12-28, reason: Betriebsferien}
            departments:
              - {key: wfm, name: Wirtschaftsförderung, roles: [ECONOMIC_DEVELOPMENT]}
              - {key: klima, name: Stabsstelle Klima, roles: [CLIMATE_UNIT], parent: ratsservice}
              - {key: rat-alt, name: Ratsbüro, validUntil: 2025-12-31, successor: ratsservice}
              - {key: ratsservice, name: Ratsservice, roles: [COUNCIL_SERVICE], mailbox: rat@example.org}
            people:
              - {id: wfm-sachbearbeitung, name: Sachbearbeitung Wirtschaftsförderung, department: wfm}
              - {id: rat-leitung, name: Leitung Ratsservice, department: ratsservice, head: true, manager: true}
            workingDays: {objection-period: 0}
            routing: {offer-to-archive: CLIMATE_UNIT}
            recurrence: {exchange: R/P1M}
            reminders:
              at: "07:15"
              tasks: {default: [DUE-3, DUE, DUE+5 ESCALATE], offer-to-archive: [CREATED+10]}
            """;

    static final String EXTRAS = """
            scoreWeights: {CIRCULARITY: 10, CLIMATE_OR_SOCIETY: 10, FEASIBILITY: 10, REGIONAL_VALUE: 10, VISIBILITY: 10, COST: 40, READINESS: 10}
            retention: {invitations: P14D}
            look: {colour: "#7a1f1f", contact: "Telefon 0251 0", imprint: "Stadt Münster"}
            monitoring: {openTasksPerPerson: true}
            publicPage:
              contactMail: klima@example.org
              homepage: https://www.example.org/
              allowedMail: [Buergerinfo@example.org]
              allowedPhone: ["0251 492-0"]
              staleAfter: P18M
              firstVersion: BY_HAND
              catalogue: {contributorId: http://example.org/portal, themes: [ENVI, ENER], publisher: Klimaportal, licence: http://dcat-ap.de/def/licenses/cc-by/4.0, perMeasure: false}
              texts:
                imprint: |
                  ## Impressum

                  Stadt Münster
                privacy: Es werden keine Daten gespeichert.
                accessibility: Die Seiten sind barrierefrei.
                easyLanguage: Das ist einfach.
            visibility: {funding: DEPARTMENT, projectScore: INTERNAL}
            """;

    @Test
    void aValidFileDescribesTheCity() {
        City city = city(VALID);
        assertThat(city.officialKey()).isEqualTo("05515000");
        assertThat("V/0573/2024".matches(city.paperNumberPattern())).isTrue();
        assertThat(city.closingDays()).containsEntry(LocalDate.of(2026, 12, 28), "Betriebsferien");
        assertThat(city.units()).containsOnlyKeys("wfm", "klima", "rat-alt", "ratsservice");
        assertThat(city.workingDays()).containsEntry("objection-period", 0);
        assertThat(city.routing()).containsEntry("offer-to-archive", "CLIMATE_UNIT");
        assertThat(city.recurrence()).containsEntry("exchange", "R/P1M");
        assertThat(city.reminders().at()).isEqualTo("07:15");
        assertThat(city.reminders().texts())
                .containsEntry("default", "DUE-3, DUE, DUE+5 ESCALATE")
                .containsEntry("offer-to-archive", "CREATED+10");
        assertThat(ReminderSettings.read(city.reminders().texts())).isEqualTo(city.reminders());
    }

    @Test
    void aUnitStandsBelowItsDezernatOrWhatHasBecomeOfIt() {
        City city = city(VALID.replace("parent: ratsservice", "parent: rat-alt"));
        assertThat(city.parentOf("klima", LocalDate.of(2025, 12, 31))).contains("rat-alt");
        assertThat(city.parentOf("klima", TODAY)).contains("ratsservice");
        assertThat(city.parentOf("wfm", TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R/P1D", "R/P1W", "R/PT24H", "R3/P1Y", "R/P1DT12H"})
    void whatRecursDailyOrLessOftenIsAllowed(String cycle) {
        assertThat(city(VALID.replace("R/P1M", cycle)).recurrence()).containsEntry("exchange", cycle);
    }

    @Test
    void theWorkOfAUnitThatEndedGoesToItsSuccessor() {
        City city = city(VALID);
        assertThat(city.currentOf("rat-alt", LocalDate.of(2025, 12, 31))).isEqualTo("rat-alt");
        assertThat(city.currentOf("rat-alt", LocalDate.of(2026, 1, 1))).isEqualTo("ratsservice");
        assertThat(city.inheritedBy("ratsservice", TODAY)).containsExactly("rat-alt", "ratsservice");
        assertThat(city.inheritedBy("wfm", TODAY)).containsExactly("wfm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    name: Stadt Münster        | nam: Stadt Münster       | stadt.yaml, municipality.nam: unbekannter Schlüssel „nam“ (erlaubt: closingDays, federalState, id, name, officialKey, paperNumberPattern, validUntil)
                    name: Stadt Münster        | ``                       | stadt.yaml, municipality.name: fehlt
                    id: muenster               | id: bad-muenster         | stadt.yaml, municipality.id: „bad-muenster“ ist ungültig, erwartet: höchstens 18 Kleinbuchstaben und Ziffern ohne Bindestrich
                    officialKey: 05515000      | officialKey: 5515        | stadt.yaml, municipality.officialKey: „5515“ ist ungültig, erwartet: acht Ziffern
                    federalState: NW           | federalState: NRW        | stadt.yaml, Zeile 5, municipality.federalState: „NRW“ ist nicht erlaubt (erlaubt: BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH)
                    'V/\\d{4}/\\d{4}'          | 'V/('                    | stadt.yaml, municipality.paperNumberPattern: kein gültiger regulärer Ausdruck
                    day: 2026-12-28            | day: 28.12.2026          | stadt.yaml, Zeile 8, municipality.closingDays[0].day: „28.12.2026“ ist kein Datum (JJJJ-MM-TT)
                    name: Stadt Münster        | `name: A\n  name: B`     | stadt.yaml, Zeile 4, municipality: der Schlüssel „name“ steht hier doppelt
                    name: Stadt Münster        | name: [A                 | stadt.yaml, Zeile 3, municipality.name: der Wert ist von falscher Art
                    [ECONOMIC_DEVELOPMENT]     | [ECONOMY]                | stadt.yaml, departments[0] (wfm).roles: unbekannte Rolle „ECONOMY“ (erlaubt: CLIMATE_UNIT, COUNCIL_SERVICE, MODERATION, ECONOMIC_DEVELOPMENT, ARCHIVE, BUILDING_MANAGEMENT, PLANNING, ENVIRONMENT, PUBLIC_HEALTH, CANTEENS, FINANCE, LEGAL, PROCUREMENT, COMMUNICATION, DATA_PROTECTION, WASTE, ASSOCIATION_COORDINATION)
                    [ECONOMIC_DEVELOPMENT]     | [CLIMATE_UNIT]           | stadt.yaml, departments: die Rolle „CLIMATE_UNIT“ haben mehrere Abteilungen: wfm, klima
                    [COUNCIL_SERVICE]          | []                       | stadt.yaml, departments: die Rolle „COUNCIL_SERVICE“ wird gebraucht, aber keine heute gültige Abteilung hat sie
                    key: klima                 | key: wfm                 | stadt.yaml, departments[1] (wfm): der Schlüssel steht doppelt
                    key: klima                 | key: klima-head          | stadt.yaml, departments[1] (klima-head): der Schlüssel darf nicht auf „head“ enden
                    key: klima                 | key: Klima               | stadt.yaml, departments[1].key: „Klima“ ist ungültig, erwartet: höchstens 40 Kleinbuchstaben, Ziffern, Bindestriche
                    successor: ratsservice     | successor: niemand       | stadt.yaml, departments (rat-alt).successor: die Abteilung „niemand“ gibt es nicht
                    successor: ratsservice     | successor: rat-alt       | stadt.yaml, departments (rat-alt).successor: die Nachfolge führt im Kreis
                    validUntil: 2025-12-31,    | ``                       | stadt.yaml, departments[2] (rat-alt).successor: eine Nachfolge braucht validUntil
                    mailbox: rat@example.org   | mailbox: Rathaus         | stadt.yaml, departments[3] (ratsservice).mailbox: „Rathaus“ ist ungültig, erwartet: eine E-Mail-Adresse
                    mailbox: rat@example.org   | `mailbox: "rat@example.org\\rBcc: a@example.org"` | stadt.yaml, departments[3] (ratsservice).mailbox: „rat@example.org?Bcc: a@example.org“ ist ungültig, erwartet: eine E-Mail-Adresse
                    mailbox: rat@example.org   | mailbox: Rat <rat@example.org> | stadt.yaml, departments[3] (ratsservice).mailbox: „Rat <rat@example.org>“ ist ungültig, erwartet: eine E-Mail-Adresse
                    head: true                 | `head: true, mail: "rat\\tleitung@example.org"` | stadt.yaml, people[1] (rat-leitung).mail: „rat?leitung@example.org“ ist ungültig, erwartet: eine E-Mail-Adresse
                    head: true                 | `head: true, mail: ""`   | stadt.yaml, people[1] (rat-leitung).mail: fehlt
                    department: wfm            | department: presse       | stadt.yaml, people[0] (wfm-sachbearbeitung).department: die Abteilung „presse“ gibt es nicht
                    id: rat-leitung            | id: wfm-sachbearbeitung  | stadt.yaml, people[1] (wfm-sachbearbeitung): die Kennung steht doppelt
                    name: Leitung Ratsservice | name: Probeperson Leit | stadt.yaml, people[1].id: die Kennung enthält einen Teil des Namens; Kennungen bleiben als Nachweis in den Akten und dürfen niemanden erkennen lassen, zum Beispiel nach der Aufgabe: klima-sachbearbeitung-2
                    head: true                 | head: vielleicht         | stadt.yaml, Zeile 16, people[1].head: der Wert ist weder true noch false
                    objection-period: 0        | objection: 0             | stadt.yaml, workingDays.objection: diese Frist gibt es nicht
                    objection-period: 0        | objection-period: -1     | stadt.yaml, workingDays.objection-period: erlaubt sind 0 bis 366
                    offer-to-archive: CLIMATE_UNIT | archive: LEAD        | stadt.yaml, routing.archive: diese Aufgabe gibt es nicht
                    offer-to-archive: CLIMATE_UNIT | offer-to-archive: X  | stadt.yaml, routing.offer-to-archive: unbekannte Rolle „X“
                    offer-to-archive: CLIMATE_UNIT | offer-to-archive: ARCHIVE | stadt.yaml, departments: die Rolle „ARCHIVE“ wird gebraucht, aber keine heute gültige Abteilung hat sie
                    parent: ratsservice        | parent: niemand          | stadt.yaml, departments (klima).parent: die Abteilung „niemand“ gibt es nicht
                    parent: ratsservice        | parent: klima            | stadt.yaml, departments (klima).parent: die Überordnung führt im Kreis
                    "07:15"                    | morgens                  | stadt.yaml, reminders.at: „morgens“ ist keine Uhrzeit (HH:MM)
                    [CREATED+10]               | [CREATED-10]             | stadt.yaml, reminders.tasks.offer-to-archive: „CREATED-10“ ist keine Stufe, z. B. DUE-3, CREATED+10 oder DUE+5 ESCALATE
                    [CREATED+10]               | [bald]                   | stadt.yaml, reminders.tasks.offer-to-archive: „bald“ ist keine Stufe, z. B. DUE-3, CREATED+10 oder DUE+5 ESCALATE
                    offer-to-archive: [        | offer: [                 | stadt.yaml, reminders.tasks.offer: diese Aufgabe gibt es nicht
                    exchange: R/P1M            | exchange: monatlich      | stadt.yaml, recurrence.exchange: keine Wiederholung nach ISO 8601, z. B. R/P3M
                    exchange: R/P1M            | exchange: R/P            | stadt.yaml, recurrence.exchange: keine Wiederholung nach ISO 8601, z. B. R/P3M
                    exchange: R/P1M            | exchange: R/PT           | stadt.yaml, recurrence.exchange: keine Wiederholung nach ISO 8601, z. B. R/P3M
                    exchange: R/P1M            | exchange: R/PT1S         | stadt.yaml, recurrence.exchange: „R/PT1S“ wiederholt sich öfter als täglich, erlaubt ist ab R/P1D
                    exchange: R/P1M            | exchange: R/PT23H59M     | stadt.yaml, recurrence.exchange: „R/PT23H59M“ wiederholt sich öfter als täglich, erlaubt ist ab R/P1D
                    exchange: R/P1M            | exchange: R/P0D          | stadt.yaml, recurrence.exchange: „R/P0D“ wiederholt sich öfter als täglich, erlaubt ist ab R/P1D
                    exchange: R/P1M            | exchange: R/P1M-30D      | stadt.yaml, recurrence.exchange: „R/P1M-30D“ wiederholt sich öfter als täglich, erlaubt ist ab R/P1D
                    exchange: R/P1M            | exchanges: R/P1M         | stadt.yaml, recurrence.exchanges: diese Wiederholung gibt es nicht
                    """)
    void aWrongFileIsRefusedWithFilePlaceAndReason(String right, String wrong, String message) {
        String text = VALID.replace(right, wrong.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(VALID);
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    COST: 40           | COST: 41           | stadt.yaml, scoreWeights: die Gewichte ergeben zusammen 101, nötig sind 100
                    COST: 40           | COST: -1           | stadt.yaml, scoreWeights.COST: erlaubt sind 0 bis 100
                    `, READINESS: 10`  | ``                 | stadt.yaml, scoreWeights.READINESS: fehlt: Wer Gewichte setzt, setzt alle sieben
                    READINESS: 10      | BEAUTY: 10         | stadt.yaml, scoreWeights.BEAUTY: dieses Kriterium gibt es nicht (erlaubt: CIRCULARITY, CLIMATE_OR_SOCIETY, FEASIBILITY, REGIONAL_VALUE, VISIBILITY, COST, READINESS)
                    invitations:       | balloons:          | stadt.yaml, retention.balloons: diese Art von Daten gibt es nicht
                    P14D               | bald               | stadt.yaml, retention.invitations: „bald“ ist kein Zeitraum, z. B. P30D, P12M oder P2Y
                    P14D               | P-1D               | stadt.yaml, retention.invitations: „P-1D“ ist kein Zeitraum, z. B. P30D, P12M oder P2Y
                    P14D               | P0D                | stadt.yaml, retention.invitations: „P0D“ ist kein Zeitraum, z. B. P30D, P12M oder P2Y
                    `"#7a1f1f"`        | rot                | stadt.yaml, look.colour: „rot“ ist keine Farbe, z. B. „#0b6b4f“
                    `"#7a1f1f"`        | `"#ffd700"`        | stadt.yaml, look.colour: weiße Schrift ist darauf nicht lesbar: Kontrast 1,4 : 1, nötig sind 4,5 : 1
                    look:              | outlook:           | stadt.yaml, outlook: unbekannter Schlüssel „outlook“ (erlaubt: association, departments, look, monitoring, municipality, people, publicPage, recurrence, reminders, retention, routing, scoreWeights, signIn, visibility, workingDays, workshops)
                    contactMail: klima@example.org | contactMail: klima | stadt.yaml, publicPage.contactMail: „klima“ ist ungültig, erwartet: eine E-Mail-Adresse
                    `https://www.example.org/` | `javascript:alert(1)` | stadt.yaml, publicPage.homepage: „javascript:alert(1)“ ist ungültig, erwartet: eine Adresse mit https://
                    Buergerinfo@example.org | Buergerinfo | stadt.yaml, publicPage.allowedMail[0]: „Buergerinfo“ ist ungültig, erwartet: eine E-Mail-Adresse
                    `0251 492-0`       | Zentrale           | stadt.yaml, publicPage.allowedPhone[0]: „Zentrale“ ist ungültig, erwartet: eine Telefonnummer
                    P18M               | bald               | stadt.yaml, publicPage.staleAfter: „bald“ ist kein Zeitraum, z. B. P30D, P12M oder P2Y
                    BY_HAND            | VON_SELBST         | stadt.yaml, publicPage.firstVersion: „VON_SELBST“ ist unbekannt (erlaubt: BY_ITSELF, BY_HAND)
                    ENER]              | FUN]               | stadt.yaml, publicPage.catalogue.themes: „FUN“ steht nicht in der Liste der EU (erlaubt: AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, INTR, JUST, REGI, SOCI, TECH, TRAN)
                    cc-by/4.0          | `cc by`            | stadt.yaml, publicPage.catalogue.licence: „http://dcat-ap.de/def/licenses/cc by“ ist ungültig, erwartet: eine Lizenz von DCAT-AP.de, z. B. http://dcat-ap.de/def/licenses/dl-by-de/2.0
                    funding: DEPARTMENT | title: INTERNAL   | stadt.yaml, visibility.title: dieses Feld lässt sich nicht einschränken (erlaubt: funding, projects, projectScore)
                    funding: DEPARTMENT | funding: SECRET   | stadt.yaml, visibility.funding: „SECRET“ ist keine Sichtbarkeit (erlaubt: PUBLIC, CITY_GROUP, DEPARTMENT, INTERNAL)
                    """)
    void wrongSettingsAreRefusedWithFilePlaceAndReason(String right, String wrong, String message) {
        String text = VALID + EXTRAS.replace(right, wrong == null ? "" : wrong);
        assertThat(text).isNotEqualTo(VALID + EXTRAS);
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    claim: x, department: nirgends | stadt.yaml, signIn.groups[0] (x).department: die Abteilung „nirgends“ gibt es nicht
                    claim: x, head: true           | stadt.yaml, signIn.groups[0] (x).head: eine Leitung braucht department
                    claim: x                       | stadt.yaml, signIn.groups[0] (x): bedeutet nichts (department, head, manager, monitor oder auditor fehlt)
                    department: wfm                | stadt.yaml, signIn.groups[0].claim: fehlt
                    """)
    void whatTheGroupsOfAProviderMeanIsChecked(String group, String message) {
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(VALID + "\nsignIn:\n  groups:\n    - {" + group + "}\n"))
                .withMessage(message);
    }

    @Test
    void aMunicipalityIsNotCalledLikeAnAddressOfTheProduct() {
        assertThat(MunicipalPages.RESERVED)
                .containsAll(PublicAddresses.TEXTS.stream()
                        .filter(text -> !text.contains("-"))
                        .toList());
        for (String id : MunicipalPages.RESERVED) {
            assertThatExceptionOfType(MunicipalityFileRefused.class)
                    .isThrownBy(() -> city(VALID.replace("id: muenster", "id: " + id)))
                    .withMessage("stadt.yaml, municipality.id: „" + id + "“ gehört zu den Adressen des Produkts");
        }
    }

    @Test
    void aTextOfThePublicPagesHasItsEnd() {
        String text = VALID + "publicPage: {texts: {imprint: " + "x".repeat(50_001) + "}}\n";
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(text))
                .withMessage("stadt.yaml, publicPage.texts.imprint: höchstens 50.000 Zeichen");
    }

    @ParameterizedTest
    @CsvSource({"#000000,21.00", "#ffffff,1.00", "#767676,4.54", "#0b6b4f,6.50"})
    void contrastIsThatOfTheGuidelines(String colour, double ratio) {
        assertThat(MunicipalLook.contrastToWhite(colour)).isCloseTo(ratio, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    municipality.name                         | 3
                    departments (rat-alt).successor           | 12
                    departments[1] (klima)                    | 11
                    departments[1] (klima).mailbox            | 11
                    people[1] (rat-leitung).id                | 16
                    Zeile 8, municipality.closingDays[0].day  | 8
                    scoreWeights                              | 1
                    workingDays.objection                     | 17
                    """)
    void theLineOfAPlaceIsFound(String place, int line) {
        assertThat(PlacesInFile.line(VALID, place)).isEqualTo(line);
    }

    @Test
    void aLongerCircleOfSuccessorsIsRefused() {
        String text = VALID.replace("key: wfm,", "key: wfm, validUntil: 2030-01-01, successor: klima,")
                .replace("key: klima,", "key: klima, validUntil: 2030-01-01, successor: wfm,");
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(text))
                .withMessageContaining("(wfm).successor: die Nachfolge führt im Kreis");
    }

    @Test
    void aFileThatIsMissingOrEmptyIsRefused() {
        MunicipalityFileReader reader = new MunicipalityFileReader();
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> reader.read("nirgends.yaml", new FileSystemResource("nirgends.yaml")))
                .withMessage("nirgends.yaml: die Datei ist nicht lesbar (kreislaufstadt.municipalities)");
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> city(""))
                .withMessageStartingWith("stadt.yaml");
    }

    private static City city(String text) {
        ByteArrayResource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
        MunicipalityFile file = new MunicipalityFileReader().read("stadt.yaml", resource);
        return new MunicipalityFileCheck("stadt.yaml", file, TestSteps.create(), TODAY).city();
    }
}
