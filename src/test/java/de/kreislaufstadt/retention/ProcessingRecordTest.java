package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.support.ApplicationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of processing activities says what the application does; the example in the documentation is its export. */
@ApplicationTest
class ProcessingRecordTest {

    private static final Path EXAMPLE = Path.of("docs", "datenschutz");

    @Autowired
    private Kinds kinds;

    @Autowired
    private Municipalities municipalities;

    @Autowired
    private Readable readable;

    @Autowired
    private List<PersonalData> data;

    @Autowired
    private List<RetentionRule> rules;

    @Test
    void everyKindOfDataIsAnActivityWithAllThatTheLawAsksFor() {
        ProcessingRecord record = ProcessingRecord.of("muenster", municipalities, kinds);

        assertThat(record.responsible()).isEqualTo("Stadt Münster");
        assertThat(record.activities())
                .extracting(Kinds.Kind::key)
                .containsAll(data.stream().map(PersonalData::kind).toList())
                .containsAll(rules.stream().map(RetentionRule::kind).toList());
        assertThat(record.activities())
                .allSatisfy(kind -> assertThat(List.of(
                                kind.name(),
                                kind.purpose(),
                                kind.legalBasis(),
                                kind.people(),
                                kind.data(),
                                kind.recipients(),
                                kind.origin(),
                                kind.deletion()))
                        .noneMatch(String::isBlank)
                        .noneMatch(text -> text.contains("{")));
        assertThat(record.activities())
                .filteredOn(kind -> kind.key().equals("stakeholder-contacts"))
                .singleElement()
                .satisfies(kind -> assertThat(kind.deletion()).isEqualTo("12 Monate nach der letzten Nutzung"));
    }

    /** {@code ./mvnw test -Dtest=ProcessingRecordTest -Drecord=true} writes the example anew. */
    @Test
    void theExampleInTheDocumentationIsTheExport() throws IOException {
        ProcessingRecord record = ProcessingRecord.of("muenster", municipalities, kinds);
        String html = readable.record(record);
        String json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(record) + "\n";
        if (Boolean.getBoolean("record")) {
            Files.createDirectories(EXAMPLE);
            Files.writeString(EXAMPLE.resolve("verarbeitungsverzeichnis-muenster.html"), html);
            Files.writeString(EXAMPLE.resolve("verarbeitungsverzeichnis-muenster.json"), json);
        }

        assertThat(html).isEqualTo(Files.readString(EXAMPLE.resolve("verarbeitungsverzeichnis-muenster.html")));
        assertThat(json).isEqualTo(Files.readString(EXAMPLE.resolve("verarbeitungsverzeichnis-muenster.json")));
    }
}
