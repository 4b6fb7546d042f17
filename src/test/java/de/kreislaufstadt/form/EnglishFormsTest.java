package de.kreislaufstadt.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every form has all its texts in English, and none too many. Whoever changes a form reads here which line is missing in which
 * file of {@code src/main/resources/messages/forms}.
 */
class EnglishFormsTest {

    /** What is the same in both languages: names of units, words that both have. */
    private static final Set<String> SAME = Set.of(
            "t CO2",
            "t CO2/a",
            "kg CO2e/a",
            "GWh/a",
            "kWh/a",
            "l",
            "t",
            "€",
            "€/a",
            "€/t CO2",
            "%",
            "Organisation",
            "Name",
            "Region",
            "Workshops",
            "Link",
            "Problem",
            "Text");

    /** What a translation must not lose: what is filled in, digits, units, addresses, emphasis. */
    private static final List<Pattern> KEPT = Stream.of(
                    "\\{\\{.*?}}", "\\d+", "€|%|CO2e?|[GMk]Wh|\\+|−", "https?://|\\w+@\\w+\\.\\w+", "\\*\\*|^#+ |\n\n")
            .map(text -> Pattern.compile(text, Pattern.MULTILINE))
            .toList();

    private static final Path FILES = Path.of("src", "main", "resources", "messages", "forms");

    private final EnglishForms english = new EnglishForms();
    private final FormSchemas schemas = new FormSchemas(new ObjectMapper());

    @Test
    void everyTextOfEveryFormHasAnEnglishOne() {
        List<String> missing = new ArrayList<>();
        german().forEach((form, texts) -> texts.forEach((path, text) -> {
            if (english(form, path) == null) {
                missing.add("forms/" + form + "_en.properties: " + path + "=<" + text + ">");
            }
        }));

        assertThat(missing)
                .as("texts of forms without English; put these lines in")
                .isEmpty();
    }

    @Test
    void noEnglishTextIsLeftOver() {
        List<String> left = new ArrayList<>();
        Set<String> shared = new TreeSet<>(english.file(EnglishForms.SHARED).keySet());
        german().forEach((form, texts) -> {
            Set<String> own = english.file(form).keySet();
            own.stream().filter(path -> !texts.containsKey(path)).forEach(path -> left.add(form + ": " + path));
            texts.keySet().stream()
                    .filter(path -> !own.contains(path))
                    .forEach(path -> shared.remove(EnglishForms.sharedKey(path)));
        });
        shared.forEach(key -> left.add(EnglishForms.SHARED + ": " + key));

        assertThat(left).as("English texts of what no form says").isEmpty();
        assertThat(files()).as("files").isSubsetOf(names(german().keySet()));
    }

    @Test
    void aSharedTextStandsForOneGermanTextOnly() {
        Map<String, Set<String>> meanings = new TreeMap<>();
        german().forEach((form, texts) -> texts.forEach((path, text) -> {
            if (!english.file(form).containsKey(path)) {
                meanings.computeIfAbsent(EnglishForms.sharedKey(path), key -> new TreeSet<>())
                        .add(text);
            }
        }));
        meanings.values().removeIf(texts -> texts.size() == 1);

        assertThat(meanings)
                .as("shared English for several German texts; give the rarer one a line in the file of its form")
                .isEmpty();
    }

    @Test
    void theWordsAreTranslated() {
        Set<String> untranslated = new TreeSet<>();
        Set<String> same = new HashSet<>();
        german().forEach((form, texts) -> texts.forEach((path, text) -> {
            if (text.equals(english(form, path)) && !SAME.contains(text)) {
                untranslated.add(form + ": " + path + "=" + text);
            } else if (text.equals(english(form, path))) {
                same.add(text);
            }
        }));

        assertThat(untranslated).isEmpty();
        assertThat(same).as("nothing is excused that is translated").isEqualTo(SAME);
    }

    @Test
    void translationsKeepWhatIsFilledInAndAllFigures() {
        List<String> lost = new ArrayList<>();
        german().forEach((form, texts) -> texts.forEach((path, text) -> {
            String translated = String.valueOf(english(form, path));
            for (Pattern kept : KEPT) {
                if (!found(kept, text).equals(found(kept, translated))) {
                    lost.add(form + ": " + path + ": " + found(kept, text) + " became " + found(kept, translated));
                }
            }
        }));

        assertThat(lost).isEmpty();
    }

    @Test
    void theEnglishFormDiffersInItsTextsOnly() {
        for (String form : german().keySet()) {
            JsonNode german = schemas.find(form, Locale.GERMAN).orElseThrow().json();
            JsonNode translated =
                    schemas.find(form, Locale.ENGLISH).orElseThrow().json();

            assertThat(translated).as(form).isNotEqualTo(german);
            assertThat(withoutTexts(translated)).as(form).isEqualTo(withoutTexts(german));
        }
    }

    @Test
    void theGermanFormIsTheFile() throws IOException {
        for (String form : german().keySet()) {
            schemas.find(form, Locale.ENGLISH);

            assertThat(schemas.find(form).orElseThrow().json())
                    .as(form)
                    .isEqualTo(new ObjectMapper()
                            .readTree(Path.of("bpmn", "forms", form + ".form").toFile()));
        }
    }

    @Test
    void theFormIsInTheLanguageOfWhoReadsIt() {
        assertThat(labelOfTitle()).isEqualTo("Titel");
        assertThat(ReadersLanguage.in(Locale.ENGLISH, this::labelOfTitle)).isEqualTo("Title");
        assertThat(ReadersLanguage.in(Locale.FRENCH, this::labelOfTitle)).isEqualTo("Titel");
        assertThat(labelOfTitle()).isEqualTo("Titel");
    }

    private String labelOfTitle() {
        return schemas.find("prepare-workshop").orElseThrow().labelOf("title");
    }

    private String english(String form, String path) {
        return english.file(form)
                .getOrDefault(path, english.file(EnglishForms.SHARED).get(EnglishForms.sharedKey(path)));
    }

    /** @return German texts by form and path */
    private Map<String, Map<String, String>> german() {
        Map<String, Map<String, String>> forms = new TreeMap<>();
        for (Path file : list(Path.of("bpmn", "forms"))) {
            String form = file.getFileName().toString().replace(".form", "");
            Map<String, String> texts = new LinkedHashMap<>();
            JsonNode schema = schemas.find(form, Locale.GERMAN).orElseThrow().json();
            FormTexts.visit(schema.deepCopy(), (path, text) -> {
                assertThat(texts.put(path, text))
                        .as("%s: two texts at %s", form, path)
                        .isNull();
                return text;
            });
            forms.put(form, texts);
        }
        return forms;
    }

    private static JsonNode withoutTexts(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        FormTexts.visit(copy, (path, text) -> path);
        return copy;
    }

    private static Map<String, Integer> found(Pattern pattern, String text) {
        Map<String, Integer> found = new HashMap<>();
        pattern.matcher(text).results().map(MatchResult::group).forEach(one -> found.merge(one, 1, Integer::sum));
        return found;
    }

    private static List<String> files() {
        return list(FILES).stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<String> names(Set<String> forms) {
        return Stream.concat(forms.stream(), Stream.of(EnglishForms.SHARED))
                .map(form -> form + "_en.properties")
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
