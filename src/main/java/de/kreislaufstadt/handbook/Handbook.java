package de.kreislaufstadt.handbook;

import de.kreislaufstadt.handbook.Chapter.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The handbook of this release. Pages are those that its table of contents lists; nothing else is ever opened, whatever an
 * address says.
 */
@Component
class Handbook {

    /** Name of the page with the table of contents. */
    static final String CONTENTS = "";

    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.(png|jpg)");

    private final List<Chapter> chapters;
    private final Map<String, Page> rendered = new ConcurrentHashMap<>();

    Handbook() {
        this.chapters = Markdown.chapters(read(CONTENTS));
    }

    /**
     * A page.
     *
     * @param name its address below the handbook
     * @param title its heading
     * @param html its text
     */
    record Page(String name, String title, String html) {}

    List<Chapter> chapters() {
        return chapters;
    }

    /** @return the page of that name; empty if the table of contents does not list it */
    Optional<Page> page(String name) {
        return isListed(name) ? Optional.of(rendered.computeIfAbsent(name, Handbook::render)) : Optional.empty();
    }

    /** @return the picture of that name; empty if there is none */
    Optional<Resource> picture(String name) {
        return PICTURE.matcher(name).matches()
                ? Optional.<Resource>of(new ClassPathResource("handbuch/bilder/" + name))
                        .filter(Resource::exists)
                : Optional.empty();
    }

    private boolean isListed(String name) {
        return name.equals(CONTENTS)
                || chapters.stream()
                        .flatMap(chapter -> chapter.entries().stream())
                        .map(Entry::name)
                        .anyMatch(name::equals);
    }

    private static Page render(String name) {
        Node document = read(name);
        return new Page(name, Markdown.title(document), Markdown.html(document));
    }

    private static Node read(String name) {
        String file = "handbuch/" + (name.equals(CONTENTS) ? "README" : name) + ".md";
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            return Markdown.read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The handbook lists a page that is missing: " + file, e);
        }
    }
}
