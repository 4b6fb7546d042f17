package de.kreislaufstadt.steering;

import de.kreislaufstadt.steering.BatchController.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the report of a batch for a spreadsheet: CSV by RFC 4180 with a byte order mark, as German spreadsheets expect it. */
@Component
class BatchFile {

    private static final String MARK = "\uFEFF";

    /** A cell that begins like this would be calculated. */
    private static final String FORMULAS = "=+-@\t\r";

    private final MessageSource messages;

    BatchFile(MessageSource messages) {
        this.messages = messages;
    }

    byte[] of(List<Line> items, Locale locale) {
        Stream<String> head = Stream.of("measure", "task", "state", "why").map(name -> text("column." + name, locale));
        String table = Stream.concat(
                        Stream.of(row(head)),
                        items.stream()
                                .map(item -> row(Stream.of(
                                        item.number(),
                                        item.label(),
                                        text("state." + item.state(), locale),
                                        item.why()))))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
        return table.getBytes(StandardCharsets.UTF_8);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("steering.batch." + key, null, locale);
    }

    private static String row(Stream<String> cells) {
        return cells.map(BatchFile::cell).collect(Collectors.joining(";"));
    }

    private static String cell(String text) {
        String harmless = text == null ? "" : text;
        if (!harmless.isEmpty() && FORMULAS.indexOf(harmless.charAt(0)) >= 0) {
            harmless = "'" + harmless;
        }
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
