package de.kreislaufstadt.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on which people try the API speaks their language, whatever the description of the API offers. */
class ExplorerTest {

    private static final ResourceBundle GERMAN = ResourceBundle.getBundle("messages.opendata", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages.opendata", Locale.ENGLISH);

    @Test
    void everyOperationParameterAndAnswerHasWordsInBothLanguages() {
        assertThat(new Explorer().operations())
                .hasSizeGreaterThan(5)
                .flatExtracting(operation -> Stream.of(
                                Stream.of("operation." + operation.id(), "operation." + operation.id() + ".text"),
                                operation.parameters().stream().map(one -> "parameter." + one.words()),
                                operation.answers().stream().map(status -> "answer." + status))
                        .flatMap(keys -> keys)
                        .toList())
                .allSatisfy(key -> {
                    assertThat(GERMAN.containsKey("opendata." + key))
                            .as("German words for %s", key)
                            .isTrue();
                    // What English lacks would be read in German.
                    assertThat(ENGLISH.getString("opendata." + key))
                            .as("English words for %s", key)
                            .isNotEqualTo(GERMAN.getString("opendata." + key));
                });
    }
}
