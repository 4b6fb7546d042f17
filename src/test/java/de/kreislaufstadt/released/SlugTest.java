package de.kreislaufstadt.released;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of addresses. */
class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Kreislaufstadt | kreislaufstadt
        Grüne Dächer für Münster – jetzt! | gruene-daecher-fuer-muenster-jetzt
        Café & Crème (2. Stufe) | cafe-creme-2-stufe
        ../../etc/passwd | etc-passwd
        STRASSE, Straße | strasse-strasse
        """)
    void aTitleBecomesWordsWithHyphens(String title, String slug) {
        assertThat(Slug.of(title, "WW-09", taken -> false)).isEqualTo(slug);
    }

    @Test
    void aDecomposedUmlautReadsLikeAComposedOne() {
        assertThat(Slug.of("Mu\u0308nster", "WW-09", taken -> false)).isEqualTo("muenster");
        assertThat(Slug.of("M\u00fcnster", "WW-09", taken -> false)).isEqualTo("muenster");
    }

    @Test
    void aLongTitleEndsAtAWord() {
        String slug = Slug.of("Kreislaufwirtschaft ".repeat(10), "WW-09", taken -> false);
        assertThat(slug).hasSizeLessThanOrEqualTo(Slug.LONGEST).endsWith("kreislaufwirtschaft");
    }

    @Test
    void aTitleThatIsTakenGetsTheNumber() {
        assertThat(Slug.of("Solardach", "EE-03", Set.of("solardach")::contains)).isEqualTo("solardach-ee-03");
        assertThat(Slug.of("Solardach", "EE-03", Set.of("solardach", "solardach-ee-03")::contains))
                .isEqualTo("solardach-ee-03-2");
    }

    @Test
    void aTitleWithoutWordsIsCalledByItsNumber() {
        assertThat(Slug.of("!!!", "EE-03", taken -> false)).isEqualTo("ee-03");
    }
}
