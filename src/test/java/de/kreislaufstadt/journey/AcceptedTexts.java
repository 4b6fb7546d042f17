package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that mean something to a database, a browser or the engine are texts: they are stored as they were typed. */
abstract class AcceptedTexts {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'); drop table measure; --",
                "' or '1'='1",
                "<script>alert(document.cookie)</script>",
                "<img src=x onerror=alert(1)>",
                "${execution.setVariable('lead', 'umwelt')}",
                "#{7*7} {{7*7}} ${7*7}",
                "%s %d %n {0}",
                "=1+1;\"a\",'b'\\",
                "Ä ö ü ß € 漢字 🙂",
                "Erste Zeile\nzweite Zeile\tmit Tabulator"
            })
    void textIsStoredAsItWasTyped(String text, Journey journey) {
        // A title is one line; line breaks in it are refused.
        String line = text.replaceAll("[\\n\\t]", " ");
        Course course = new Course(journey.begun().city())
                .proposes(
                        "wfm",
                        Forms.valid(
                                "propose-measure",
                                form -> form.withObject("/outline").put("title", line)));
        String title = journey.city()
                .database()
                .value("select title from kreislaufstadt.measure_version where measure_id = ?::uuid", course.measure());

        assertThat(title).isEqualTo(Forms.marked(line));
        course.does("klima", "review-proposal", Forms.valid("review-proposal", form -> form.put("note", text)));
        assertThat(journey.city()
                        .database()
                        .value(
                                "select note from kreislaufstadt.measure_review where measure_id = ?::uuid",
                                course.measure()))
                .isEqualTo(Forms.marked(text));
    }
}
