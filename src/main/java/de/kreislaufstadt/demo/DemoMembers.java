package de.kreislaufstadt.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * The other members of the demo's association, of which each has a file made from one template: they come when the demo is started
 * with all of them ({@code kreislaufstadt.demo.association}), since a first look needs two cities and should be quick.
 */
final class DemoMembers {

    static final String SETTING = "kreislaufstadt.demo.association";

    private static final String FOLDER = "demo/member/";

    private DemoMembers() {}

    /** @return whether the demo is started with all members */
    static boolean wanted(Environment environment) {
        return environment.getProperty(SETTING, Boolean.class, false);
    }

    /** @return what is different in each, by the words of the templates: {@code id}, {@code name} … */
    static List<Map<String, String>> all() {
        return read("members.yaml");
    }

    /** @return the list of a file, of which each entry says only words */
    static List<Map<String, String>> read(String file) {
        try {
            return new YAMLMapper().readValue(text(file), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a template with these words in it */
    static String filled(String template, Map<String, String> words) {
        String text = text(template);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return text;
    }

    /**
     * @return locations of the files of all members, written below the demo's directory
     * @throws StartRefused if they cannot be written
     */
    static List<String> files(DemoDirectory directory) {
        try {
            Path folder = Files.createDirectories(directory.path().resolve("municipalities"));
            List<String> files = new ArrayList<>();
            for (Map<String, String> member : all()) {
                Path file = folder.resolve(member.get("id") + ".yaml");
                files.add(Files.writeString(file, filled("municipality.yaml", member))
                        .toString());
            }
            return files;
        } catch (IOException e) {
            throw new StartRefused("Das Verzeichnis der Demo ist nicht beschreibbar: " + e.getMessage(), e);
        }
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
