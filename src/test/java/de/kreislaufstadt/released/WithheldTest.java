package de.kreislaufstadt.released;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Fields that are taken out of what was released. */
class WithheldTest {

    @Test
    void everyFieldThatAMunicipalityMayNarrowCanBeTakenOut() throws IOException {
        String table =
                new ClassPathResource("bpmn/decisions/field-visibility.dmn").getContentAsString(StandardCharsets.UTF_8);
        Set<String> narrow = Pattern.compile(
                        "-field\"><text>\"(\\w+)\"</text></outputEntry>\\s*<outputEntry[^>]*><text>\"PUBLIC\"</text>"
                                + "</outputEntry>\\s*<outputEntry[^>]*><text>true</text>")
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(Withheld.fields())).isEqualTo(narrow).hasSizeGreaterThan(30);
    }

    @Test
    void eachFieldGoesAndNothingElse() {
        ReleasedMeasure rich = ReleasedExamples.rich();
        for (String field : Withheld.fields()) {
            ReleasedMeasure without = Withheld.from(rich, Set.of(field));
            assertThat(without.heading().title()).isEqualTo(rich.heading().title());
            assertThat(Withheld.from(without, Set.of(field))).isEqualTo(without);
            assertThat(VersionDiff.between(rich, without).size()).as(field).isLessThanOrEqualTo(3);
        }
        assertThat(Withheld.from(rich, Set.of("partners")).carriers().partners())
                .isEmpty();
        assertThat(Withheld.from(rich, Set.of("assessment"))
                        .statusReports()
                        .get(0)
                        .assessment())
                .isNull();
    }

    @Test
    void withoutEverythingThatMayGoAMeasureStillHasItsTitleAndItsDescription() {
        ReleasedMeasure bare = Withheld.from(ReleasedExamples.rich(), Withheld.fields());
        assertThat(ReleasedJson.write(bare))
                .contains("Kreislaufstadt", "Wissen wird aufgebaut", "ECONOMY_SCIENCE")
                .doesNotContain(
                        "Handwerksverband", "V/0573/2024", "10000", "Partnerkommune", "kreislauf@stadt.example");
    }
}
