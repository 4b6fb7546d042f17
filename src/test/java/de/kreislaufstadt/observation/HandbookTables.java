package de.kreislaufstadt.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables of the operators' pages, as they are written. */
final class HandbookTables {

    static final Path FOLDER = Path.of("docs", "handbuch");

    private HandbookTables() {}

    /** @return the cells of every row that begins with a word in code, without its marks */
    static List<List<String>> rows(String page) {
        try {
            return Files.readAllLines(FOLDER.resolve(page)).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .map(cell -> cell.replace("`", ""))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
