package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node's log of garbage collections says. */
final class GarbageLog {

    /** What was in use before each collection. */
    static final int BEFORE = 1;

    /** What was in use after each collection. */
    static final int AFTER = 2;

    /** Other pauses only look: what they say is in use is not what a collection has left. */
    private static final Pattern COLLECTION = Pattern.compile("Pause (?:Young|Full) .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private GarbageLog() {}

    static Path log(String node) {
        return Path.of(System.getProperty("results")).toAbsolutePath().resolve(node + "-gc.log");
    }

    /** @return megabytes, in the order of the collections */
    static List<Double> of(Path log, int column) throws IOException {
        List<Double> megabytes = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                megabytes.add(Double.valueOf(collection.group(column)));
            }
        }
        return megabytes;
    }
}
