package de.kreislaufstadt.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.handbook.Chapter.Entry;
import de.kreislaufstadt.process.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the handbook promises its readers: all of it is there, and all of it is true. */
class HandbookTest {

    private static final String CHANGED_BY_OTHERS = "propose-measure";

    private static final WordsOnScreen SCREEN = new WordsOnScreen();

    static List<BookPage> pages() {
        return BookPage.all();
    }

    static List<BookPage> taskPages() {
        return BookPage.ofTasks();
    }

    @Test
    void everyTaskHasAPageAndNoPageIsOfATaskThatDoesNotExist() {
        assertThat(BookPage.ofTasks()).extracting(BookPage::key).containsExactlyInAnyOrderElementsOf(tasks().keySet());
    }

    @Test
    void theTableOfContentsListsEveryPageOnceByItsOwnTitle() {
        Map<String, String> listed = new HashMap<>();
        Markdown.chapters(BookPage.contents().document()).stream()
                .flatMap(chapter -> chapter.entries().stream())
                .forEach(entry -> assertThat(listed.put(entry.name(), entry.title()))
                        .as("listed twice: %s", entry.name())
                        .isNull());

        Map<String, String> written = new HashMap<>();
        BookPage.all().stream()
                .filter(page -> !page.key().equals("README"))
                .forEach(page -> written.put(page.toString().replace(".md", ""), page.title()));
        assertThat(listed).isEqualTo(written);
    }

    @Test
    void theProductFindsEveryPage() {
        Handbook handbook = new Handbook();

        assertThat(handbook.page(Handbook.CONTENTS)).isPresent();
        assertThat(handbook.chapters().stream().flatMap(chapter -> chapter.entries().stream()))
                .map(Entry::name)
                .isNotEmpty()
                .allMatch(name -> handbook.page(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("taskPages")
    void aPageIsCalledLikeItsTaskAndAnswersTheSameQuestionsInTheSameOrder(BookPage page) {
        assertThat(page.title()).isEqualTo(tasks().get(page.key()));
        assertThat(page.headings(2).stream().map(Markdown::text))
                .containsExactly(
                        "Wozu",
                        "Wer und bis wann",
                        "Vor dem Ausfüllen",
                        "Schritt für Schritt",
                        "Was danach passiert",
                        "Häufige Fragen",
                        "Bild");
    }

    @ParameterizedTest
    @MethodSource("taskPages")
    void ownersAreThoseOfTheRouting(BookPage page) {
        List<String> named = page.firstTable().stream()
                .map(row -> row.get(0).replaceFirst(" \\(.*", ""))
                .toList();
        if (page.key().equals(CHANGED_BY_OTHERS)) {
            assertThat(named).containsExactly("Jeder Fachbereich");
        } else {
            assertThat(named).containsExactlyInAnyOrderElementsOf(OwnersAndDays.owners(page.key()));
        }
    }

    @ParameterizedTest
    @MethodSource("taskPages")
    void deadlinesAreThoseOfTheTable(BookPage page) {
        assertThat(page.firstTable())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(OwnersAndDays.until(page.key())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsBoldStandsOnTheScreen(BookPage page) {
        assertThat(page.labels())
                .allMatch(label -> page.isOfTask() ? SCREEN.isLabel(label, page.key()) : SCREEN.isLabel(label));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsInItalicsIsAMessageOfTheProduct(BookPage page) {
        assertThat(page.messages()).allMatch(SCREEN::isMessage);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(BookPage page) {
        assertThat(page.links()).map(Link::getDestination).allMatch(link -> resolves(page, link));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureIsThereAndDescribed(BookPage page) {
        assertThat(page.pictures()).allSatisfy(picture -> {
            assertThat(page.file().resolveSibling(picture.getDestination()).normalize())
                    .isRegularFile();
            assertThat(Markdown.text(picture)).as(picture.getDestination()).hasSizeGreaterThan(20);
        });
    }

    @ParameterizedTest
    @MethodSource("taskPages")
    void aPageShowsTheFormOfItsTask(BookPage page) {
        assertThat(page.pictures())
                .map(Image::getDestination)
                .isNotEmpty()
                .allMatch(picture -> picture.matches("\\.\\./bilder/" + page.key() + "(-felder)?\\.jpg"));
    }

    @Test
    void thePicturesAreSmallEnoughForARepository() throws Exception {
        try (Stream<Path> files = Files.list(BookPage.FOLDER.resolve("bilder"))) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertThat(bytes).isLessThan(8L * 1024 * 1024);
        }
    }

    @Test
    void everyPictureIsShown() throws Exception {
        List<Path> shown = BookPage.all().stream()
                .flatMap(page -> page.pictures().stream()
                        .map(Image::getDestination)
                        .map(name -> page.file().resolveSibling(name).normalize()))
                .distinct()
                .toList();
        try (Stream<Path> files = Files.list(BookPage.FOLDER.resolve("bilder"))) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void noParagraphStandsOnTwoPages() {
        Map<String, BookPage> seen = new HashMap<>();
        for (BookPage page : BookPage.all()) {
            for (String paragraph : page.paragraphs()) {
                BookPage other = paragraph.length() < 60 ? null : seen.putIfAbsent(paragraph, page);
                assertThat(other).as("%s: %s", page, paragraph).isIn(null, page);
            }
        }
    }

    private static boolean resolves(BookPage page, String link) {
        if (link.contains(":")) {
            return link.matches("(https|mailto):\\S+");
        }
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        List<BookPage> targets = BookPage.all().stream()
                .filter(target -> target.file().equals(file))
                .toList();
        return targets.size() == 1
                && (parts.length == 1 || targets.get(0).anchors().contains(parts[1]));
    }

    /** @return names of all user tasks, and of the start that has a form, by key */
    private static Map<String, String> tasks() {
        Map<String, String> tasks = new HashMap<>();
        for (ModelFile model : ModelFile.all()) {
            Stream.concat(
                            model.all(UserTask.class).stream().map(FlowNode.class::cast),
                            model.all(StartEvent.class).stream().filter(start -> start.getCamundaFormKey() != null))
                    .forEach(node -> tasks.put(node.getId(), node.getName()));
        }
        return tasks;
    }
}
