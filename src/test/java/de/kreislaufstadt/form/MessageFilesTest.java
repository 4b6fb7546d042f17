package de.kreislaufstadt.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a module says in German it says in English, too, about the same things. */
class MessageFilesTest {

    private static final Path FILES = Path.of("src", "main", "resources", "messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    static Stream<String> modules() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith("_en.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyMessageIsThereInBothLanguages(String module) throws IOException {
        Properties german = read(module + ".properties");
        Properties english = read(module + "_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(german.stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesNameTheSameThings(String module) throws IOException {
        Properties german = read(module + ".properties");
        Properties english = read(module + "_en.properties");

        for (String key : german.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key))).as(key).isEqualTo(placeholders(german.getProperty(key)));
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FILES.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }
}
