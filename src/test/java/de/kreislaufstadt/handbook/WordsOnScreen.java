package de.kreislaufstadt.handbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.FormFile;
import de.kreislaufstadt.process.ModelFile;
import de.kreislaufstadt.process.engine.people.InboxList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Everything that people can read in the product: labels of forms, buttons and pages, names of tasks, messages. */
final class WordsOnScreen {

    private static final Path FRONTEND = Path.of("src", "main", "frontend", "src");
    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final String TASKLIST = "/META-INF/resources/webjars/camunda/app/tasklist/locales/de.json";

    private static final Pattern PAIR = Pattern.compile("'((?:[^'\\\\]|\\\\.)+)'[:,] ?\\n? *'((?:[^'\\\\]|\\\\.)*)'");
    private static final int LEAST_LETTERS = 8;

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}");

    private final Map<String, Set<String>> labelsOfForms =
            FormFile.all().stream().collect(Collectors.toMap(FormFile::key, WordsOnScreen::labels));
    private final Set<String> labelsElsewhere = new HashSet<>();
    private final List<Pattern> messages = new ArrayList<>();

    WordsOnScreen() {
        List<String> ownWords =
                List.copyOf(pairs(FRONTEND.resolve("messages/de.mjs")).values());
        labelsElsewhere.addAll(ownWords);
        labelsElsewhere.addAll(wordsOfTasklist());
        labelsElsewhere.addAll(namesInModels());
        labelsElsewhere.addAll(namesOfLists());
        // Pages that the server renders have all their words there, headings and buttons too.
        labelsElsewhere.addAll(germanMessages().toList());
        Stream.of(ownWords.stream(), germanMessages(), FormFile.all().stream().flatMap(WordsOnScreen::messagesOf))
                .flatMap(words -> words)
                .filter(WordsOnScreen::saysSomething)
                .map(WordsOnScreen::pattern)
                .forEach(messages::add);
    }

    /** @return whether the form, or what stands around every form, has such a label */
    boolean isLabel(String words, String form) {
        return labelsElsewhere.contains(words)
                || labelsOfForms.getOrDefault(form, Set.of()).contains(words);
    }

    /** @return whether any form or page has such a label */
    boolean isLabel(String words) {
        return labelsElsewhere.contains(words)
                || labelsOfForms.values().stream().anyMatch(labels -> labels.contains(words));
    }

    /** @return whether the product has such a message; where it names something, anything may stand */
    boolean isMessage(String words) {
        return messages.stream().anyMatch(message -> message.matcher(words).matches());
    }

    private static Set<String> labels(FormFile form) {
        Set<String> labels = new HashSet<>();
        for (FormFile.Component component : form.components()) {
            for (String name : List.of("label", "dateLabel", "timeLabel")) {
                labels.add(component.json().path(name).asText());
            }
            component
                    .json()
                    .path("values")
                    .forEach(value -> labels.add(value.path("label").asText()));
        }
        labels.remove("");
        return labels;
    }

    private static Stream<String> messagesOf(FormFile form) {
        return form.components().stream()
                .map(component -> component
                        .json()
                        .path("validate")
                        .path("patternErrorMessage")
                        .asText())
                .filter(message -> !message.isEmpty());
    }

    private static Set<String> namesInModels() {
        return ModelFile.all().stream()
                .flatMap(model -> Stream.concat(
                        Stream.of(model.process().getName()),
                        model.all(FlowNode.class).stream().map(FlowNode::getName)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> namesOfLists() {
        return Stream.of(InboxList.values()).map(InboxList::title).collect(Collectors.toSet());
    }

    /** Camunda's German, with the words we put in its place. */
    private static List<String> wordsOfTasklist() {
        Map<String, String> replaced = pairs(FRONTEND.resolve("webapps/labels.mjs"));
        try (InputStream content = WordsOnScreen.class.getResourceAsStream(TASKLIST)) {
            List<String> words = new ArrayList<>();
            collect(new ObjectMapper().readTree(content), words);
            return words.stream()
                    .map(word -> {
                        String own = word;
                        for (Map.Entry<String, String> pair : replaced.entrySet()) {
                            own = own.replace(pair.getKey(), pair.getValue());
                        }
                        return own;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isTextual()) {
            words.add(node.textValue());
        }
        node.forEach(child -> collect(child, words));
    }

    private static Stream<String> germanMessages() {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".properties")
                            && !file.toString().contains("_en."))
                    .toList()) {
                Properties properties = new Properties();
                properties.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
                properties.values().forEach(text -> texts.add(text.toString().replace("''", "'")));
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> pairs(Path script) {
        try {
            Map<String, String> pairs = new LinkedHashMap<>();
            Matcher matcher = PAIR.matcher(Files.readString(script));
            while (matcher.find()) {
                pairs.put(matcher.group(1), matcher.group(2).replace("\\'", "'"));
            }
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message of nothing but arguments, such as "{0}, {1}", would make everything in the handbook one. */
    private static boolean saysSomething(String message) {
        return ARGUMENT.matcher(message)
                        .replaceAll("")
                        .chars()
                        .filter(Character::isLetter)
                        .count()
                >= LEAST_LETTERS;
    }

    private static Pattern pattern(String message) {
        return Pattern.compile(
                Stream.of(ARGUMENT.split(message, -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }
}
