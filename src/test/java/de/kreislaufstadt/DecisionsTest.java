package de.kreislaufstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of decisions names each of them as it calls itself, in the order of their numbers. */
class DecisionsTest {

    private static final Path FOLDER = Path.of("docs", "adr");

    @Test
    void everyDecisionStandsInTheListUnderItsOwnTitle() throws IOException {
        List<String> listed = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();

        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(listed)
                    .containsExactlyElementsOf(files.filter(file -> !file.endsWith("README.md"))
                            .sorted()
                            .map(DecisionsTest::line)
                            .toList());
        }
    }

    /** A decision begins with {@code # <number> <title>}, the name of its file with the number in four digits. */
    private static String line(Path decision) {
        try {
            String name = decision.getFileName().toString();
            String number = name.substring(0, 4);
            String heading = Files.readAllLines(decision).get(0);
            return "| [%s](%s) | %s |".formatted(number, name, heading.replaceFirst("^# [0-9]+\\.? ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
