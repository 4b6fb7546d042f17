package de.kreislaufstadt.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/**
 * A page of the handbook as it lies in {@code docs/handbuch}.
 *
 * @param file the file
 * @param document what is in it
 */
record BookPage(Path file, Node document) {

    static final Path FOLDER = Path.of("docs", "handbuch");

    private static final Path TASKS = FOLDER.resolve("aufgaben");

    static List<BookPage> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(BookPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BookPage> ofTasks() {
        return all().stream().filter(BookPage::isOfTask).toList();
    }

    static BookPage contents() {
        return read(FOLDER.resolve("README.md"));
    }

    boolean isOfTask() {
        return file.startsWith(TASKS);
    }

    /** @return name of the file without its ending: of a task's page, the key of the task */
    String key() {
        return file.getFileName().toString().replace(".md", "");
    }

    String title() {
        return Markdown.title(document);
    }

    List<Heading> headings(int level) {
        return found(Heading.class).stream()
                .filter(heading -> heading.getLevel() == level)
                .toList();
    }

    List<String> anchors() {
        return found(Heading.class).stream().map(Markdown::anchor).toList();
    }

    List<Link> links() {
        return found(Link.class);
    }

    List<Image> pictures() {
        return found(Image.class);
    }

    /** @return what is printed bold: words exactly as they stand on the screen */
    List<String> labels() {
        return found(StrongEmphasis.class).stream().map(Markdown::text).toList();
    }

    /** @return what is set in italics: messages exactly as the product writes them */
    List<String> messages() {
        return found(Emphasis.class).stream()
                .map(Markdown::text)
                .map(text -> text.replaceAll("^„|“$", ""))
                .toList();
    }

    List<String> paragraphs() {
        return found(Paragraph.class).stream().map(Markdown::text).toList();
    }

    /** @return the cells of the first table's rows, without its head */
    List<List<String>> firstTable() {
        List<List<String>> rows = new ArrayList<>();
        found(TableBody.class).stream()
                .findFirst()
                .ifPresent(body -> below(body, TableRow.class)
                        .forEach(row -> rows.add(
                                children(row).stream().map(Markdown::text).toList())));
        return rows;
    }

    /** Names the page in the reports of parameterized tests. */
    @Override
    public String toString() {
        return FOLDER.relativize(file).toString();
    }

    private <T extends Node> List<T> found(Class<T> type) {
        return below(document, type);
    }

    private static <T extends Node> List<T> below(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                for (Node node : children(parent)) {
                    if (type.isInstance(node)) {
                        found.add(type.cast(node));
                    }
                    if (node instanceof CustomNode || node.getFirstChild() != null) {
                        visitChildren(node);
                    }
                }
            }
        });
        return found;
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    private static BookPage read(Path file) {
        try {
            return new BookPage(file, Markdown.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
