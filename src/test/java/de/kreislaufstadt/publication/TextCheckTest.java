package de.kreislaufstadt.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.publication.Finding.Kind;
import de.kreislaufstadt.publication.PublicTexts.Said;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What may not become public is found wherever it stands; what only looks like it is left alone. */
class TextCheckTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final PersonalDataCheck check = checkThatKnows(
            "Anna Beispielfrau", "Dr. Jürgen Müßig", "Max von Musterhausen", "Leitung", "Maria Anna Weiß");

    /** Names are known, however they are written; a form of address with a name behind it needs no list. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL       | Fragen an erika@firma.example bitte
            MAIL       | erika.beispiel@stadt.example.org
            MAIL       | Mail: E.Beispiel+bau@Amt-12.example
            MAIL       | Schreiben Sie an müller@büro.example.
            PHONE      | Tel. 0251 4921234
            PHONE      | Rufen Sie 0251/492-1234 an
            PHONE      | (0251) 492 12 34
            PHONE      | +49 251 4921234
            PHONE      | mobil 0171 2345678
            PHONE      | 0049 251 4921234
            PHONE      | Telefon 030-90260
            NAME       | Ansprechpartnerin ist Anna Beispielfrau.
            NAME       | ANNA BEISPIELFRAU
            NAME       | Beispielfrau, Anna
            NAME       | von anna beispielfrau geleitet
            NAME       | Jürgen Müßig berichtet
            NAME       | Juergen Muessig berichtet
            NAME       | Müßig, Jürgen
            NAME       | Max von Musterhausen
            NAME       | Max Musterhausen
            NAME       | Maria Weiß und andere
            NAME       | Maria Anna Weiss
            SALUTATION | Herr Schmidt leitet das Lager
            SALUTATION | mit Frau Dr. Schmidt-Meyer
            SALUTATION | Prof. Dr. Unbekannt
            SALUTATION | Herrn von Stein
            SALUTATION | Ms Smith
            SALUTATION | Dr. Ohne Eintrag
            """)
    void whatLooksLikeDataOfSomebodyIsFound(Kind kind, String text) {
        assertThat(kinds(text)).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # function mailboxes, and what is no address
            kreislauf@stadt.example
            An KREISLAUF@Stadt.example wenden
            an Erlaubt@firma.example
            Stand @ Rathaus
            5 @ 3
            Konto @stadt auf Mastodon
            # years, amounts, numbers of papers, keys of municipalities
            V/0573/2024
            Vorlage V/0573/2024 vom 30.10.2024
            862.139,70 €
            10.000 € in 2025, dann 12.000, 15.000, 15.000
            2026–2030
            05515000
            DE89 3704 0044 0532 0130 00
            Produktgruppe 1501, Zeile 12
            7/2023–2/2025
            149,1 Mio. €
            01.02.2026 bis 03.04.2026
            § 75a GO NRW
            22 Kommunen, 0,5 Stellen
            Zentrale: +49 251 4920000
            00:30 Uhr
            # words that are only part of a name
            Die Leitung berichtet jährlich
            Anna und die Beispielfrau
            Annas Beispielfrau
            Beispielfraus Anna
            weiße Flächen in Maria Veen
            Bauteile werden müßig gelagert
            # words that only begin like a form of address
            Frauen in Handwerk
            Der Herr der Ringe
            Dr.-Meyer-Straße 3
            Herrschaften
            frau sein
            """)
    void whatOnlyLooksLikeItIsLeftAlone(String text) {
        assertThat(kinds(text)).isEmpty();
    }

    @Test
    void aFindingSaysWhereItIsAndWhatStandsAroundIt() {
        Finding finding = check.of(
                        "stadt", described("Das Lager im Hafen betreut Anna Beispielfrau seit dem Frühjahr."))
                .get(0);
        assertThat(finding.field()).isEqualTo("description");
        assertThat(finding.label()).isEqualTo("Beschreibung");
        assertThat(finding.words()).isEqualTo("Anna Beispielfrau");
        assertThat(finding.excerpt()).contains("Hafen betreut Anna Beispielfrau seit");
    }

    /** A field that comes later is looked through without being named: every text of the example is replaced by a name in turn. */
    @Test
    void aNameIsFoundInEveryTextThereIs() throws Exception {
        JsonNode example = JSON.valueToTree(ReleasedExamples.rich());
        List<Said> texts = PublicTexts.of(ReleasedExamples.rich());
        assertThat(texts).hasSizeGreaterThan(80);
        for (Said said : texts) {
            JsonNode changed = example.deepCopy();
            put(changed, said.path(), "Anna Beispielfrau");
            assertThat(check.of("stadt", JSON.treeToValue(changed, ReleasedMeasure.class)))
                    .as(said.path())
                    .anySatisfy(finding -> assertThat(finding.field()).isEqualTo(said.path()));
        }
    }

    @Test
    void anExampleWithoutPeopleIsClean() {
        assertThat(check.of("stadt", ReleasedExamples.rich())).isEmpty();
        assertThat(check.of("stadt", ReleasedExamples.bare())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAIL, false", "PHONE, false", "NAME, true", "SALUTATION, true"})
    void onlyNamesMayBeSaidToBeNobodys(Kind kind, boolean mayBe) {
        assertThat(kind.mayBeConfirmed()).isEqualTo(mayBe);
    }

    private List<Kind> kinds(String text) {
        return check.of("stadt", described(text)).stream().map(Finding::kind).toList();
    }

    private static ReleasedMeasure described(String text) {
        ObjectNode changed = JSON.valueToTree(ReleasedExamples.bare());
        changed.put("description", text);
        return JSON.convertValue(changed, ReleasedMeasure.class);
    }

    private static void put(JsonNode root, String path, String text) {
        String[] steps = path.split("[.\\[\\]]+");
        JsonNode node = root;
        for (int i = 0; i < steps.length - 1; i++) {
            node = node instanceof ArrayNode ? node.get(Integer.parseInt(steps[i])) : node.get(steps[i]);
        }
        String last = steps[steps.length - 1];
        if (node instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), TextNode.valueOf(text));
        } else {
            ((ObjectNode) node).put(last, text);
        }
    }

    private static PersonalDataCheck checkThatKnows(String... names) {
        StaticListableBeanFactory beans =
                new StaticListableBeanFactory(Map.of("names", (KnownNames) municipality -> List.of(names)));
        Municipalities municipalities = mock(Municipalities.class);
        when(municipalities.publicMailAddresses("stadt")).thenReturn(Set.of("erlaubt@firma.example"));
        when(municipalities.publicPhoneNumbers("stadt")).thenReturn(Set.of("0251 492-0000"));
        return new TextCheck(
                new OneMailbox(),
                municipalities,
                beans.getBeanProvider(MunicipalPages.class),
                beans.getBeanProvider(KnownNames.class));
    }

    private static final class OneMailbox implements Mailboxes {

        @Override
        public Optional<Owner> ownerOf(String municipality, String group) {
            return Optional.empty();
        }

        @Override
        public Optional<String> mailboxOf(String municipality, String department) {
            return Optional.of("kreislauf@stadt.example");
        }

        @Override
        public boolean isMailbox(String municipality, String address) {
            return "kreislauf@stadt.example".equalsIgnoreCase(address);
        }

        @Override
        public List<String> headedBy(String municipality, List<String> groups) {
            return List.of();
        }
    }
}
