package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the additional data say beside a measure: how to take part in it ({@code user_action}), and where more can be read
 * ({@code links}). Both go to its public page.
 */
final class BesideTheMeasure {

    private static final Pattern ACTION = Pattern.compile("user_action / (label|title|description|text|href|url)");
    private static final Pattern LINK = Pattern.compile("links\\[(\\d+)](?: / (label|title|text|href|url))?");

    /** As the form wants it that prepares the page. */
    private static final Pattern PAGE = Pattern.compile("https://[^\\s<>\"]+");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern MAIL = Pattern.compile("mailto:([^?\\s]+)");

    private final SourceRecord record;
    private final Source source;

    /** @param source document of the whole import */
    BesideTheMeasure(SourceRecord record, Source source) {
        this.record = record;
        this.source = source;
    }

    /** @return whether the field is one of these; it has its account then */
    boolean read(Draft draft, SourceField field) {
        if (ACTION.matcher(field.path()).matches()) {
            action(draft, field);
            return true;
        }
        if (LINK.matcher(field.path()).matches()) {
            link(draft, field);
            return true;
        }
        return false;
    }

    /** Puts together what several fields have said. */
    void complete(Draft draft) {
        String text = Stream.of("label", "title", "description", "text", "href", "url")
                .map(this::saidOfAction)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        record.fields().stream()
                .filter(field -> ACTION.matcher(field.path()).matches() && !field.isBlank())
                .findFirst()
                .filter(first -> !text.isEmpty())
                .ifPresent(first -> draft.stateBeside(
                        Target.PARTICIPATION_TEXT,
                        text.length() > Target.PARTICIPATION_TEXT.longest()
                                ? Values.cut(text, Target.PARTICIPATION_TEXT.longest())
                                : text,
                        first));
        List<Source> sources = IntStream.iterate(0, i -> i + 1)
                .takeWhile(i ->
                        record.fields().stream().anyMatch(field -> field.path().startsWith("links[" + i + "]")))
                .mapToObj(this::link)
                .flatMap(Optional::stream)
                .toList();
        if (!sources.isEmpty()) {
            draft.stateBeside(
                    Target.SOURCES,
                    sources,
                    record.fields().stream()
                            .filter(field -> LINK.matcher(field.path()).matches())
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static void action(Draft draft, SourceField field) {
        boolean address = field.path().endsWith("href") || field.path().endsWith("url");
        if (!address || field.isBlank() || MAIL.matcher(field.text().strip()).matches()) {
            List<Finding> found = field.isBlank()
                    ? List.of()
                    : new ArrayList<>(CleanText.of(field.text(), false).findings());
            draft.keep(field, Target.PARTICIPATION_TEXT, null, found);
        } else if (PAGE.matcher(field.text().strip()).matches()
                && field.text().strip().length() <= Target.PARTICIPATION_URL.longest()) {
            draft.keep(field, Target.PARTICIPATION_URL, field.text().strip(), List.of());
        } else {
            draft.setAside(field, Finding.of(Kind.ADDRESS_UNUSABLE, CleanText.excerpt(field.text())));
        }
    }

    /** A function mailbox is a way to take part, but no address of a page. */
    private String saidOfAction(String key) {
        String said = record.text("user_action / " + key)
                .map(text -> CleanText.of(text, false).text())
                .orElse(null);
        if (said == null || !key.matches("href|url")) {
            return said;
        }
        Matcher mail = MAIL.matcher(said);
        return mail.matches() ? mail.group(1) : null;
    }

    private static void link(Draft draft, SourceField field) {
        boolean address = field.path().matches(".*(href|url)|links\\[\\d+]");
        if (!address || field.isBlank() || ADDRESS.matcher(field.text().strip()).matches()) {
            draft.keep(field, Target.SOURCES, null, List.of());
        } else {
            draft.setAside(field, Finding.of(Kind.ADDRESS_UNUSABLE, CleanText.excerpt(field.text())));
        }
    }

    /** A link without a name is called as its address is. */
    private Optional<Source> link(int position) {
        String path = "links[" + position + "]";
        Optional<String> address = Stream.of(path + " / href", path + " / url", path)
                .flatMap(place -> record.text(place).stream())
                .map(String::strip)
                .filter(text -> ADDRESS.matcher(text).matches() && text.length() <= 500)
                .findFirst();
        return address.map(url -> new Source(
                Values.fitting(
                        Stream.of("label", "title", "text")
                                .flatMap(key -> record.text(path + " / " + key).stream())
                                .map(text -> CleanText.of(text, true).text())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(url),
                        Target.TITLE,
                        new ArrayList<>()),
                null,
                source.asOf(),
                url));
    }
}
