package de.kreislaufstadt.process.engine.migrate;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What is written down beside a model about its change: {@code bpmn/migrations/*.yaml}. A file names elements, not numbers of
 * versions, since the engine counts those anew in every installation; so it holds for every path that leads over the change.
 *
 * @param process key of the process
 * @param renamed elements that have another id since
 * @param anew events whose moment or message is read from the newer model instead of being kept
 */
record PlanFile(String process, List<Renamed> renamed, List<String> anew) {

    private static final String FILES = "classpath*:bpmn/migrations/*.yaml";

    PlanFile {
        renamed = renamed == null ? List.of() : List.copyOf(renamed);
        anew = anew == null ? List.of() : List.copyOf(anew);
    }

    /**
     * An element whose id has changed.
     *
     * @param from its id before
     * @param to its id since
     */
    record Renamed(String from, String to) {}

    /** @return all that is written down about a process, of every file in one */
    static PlanFile of(String process, List<PlanFile> files) {
        List<PlanFile> mine =
                files.stream().filter(file -> file.process().equals(process)).toList();
        return new PlanFile(
                process,
                mine.stream().flatMap(file -> file.renamed().stream()).toList(),
                mine.stream().flatMap(file -> file.anew().stream()).toList());
    }

    /** @throws UncheckedIOException if a file is not as it should be */
    static List<PlanFile> all() {
        YAMLMapper yaml = new YAMLMapper();
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(file -> read(yaml, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanFile read(YAMLMapper yaml, Resource file) {
        try {
            return yaml.readValue(file.getContentAsByteArray(), PlanFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFilename() + " is no plan of a migration", e);
        }
    }

    /**
     * @param before whether the older model has an element
     * @param after whether the newer model has it
     * @return ids in the newer model by those in the older one, over any number of changes
     */
    Map<String, String> between(Predicate<String> before, Predicate<String> after) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Renamed one : renamed) {
            String target = before.test(one.from()) ? follow(one, after) : null;
            if (target != null) {
                pairs.put(one.from(), target);
            }
        }
        return pairs;
    }

    private String follow(Renamed first, Predicate<String> after) {
        Set<String> seen = new HashSet<>();
        String id = first.to();
        while (!after.test(id) && seen.add(id)) {
            String current = id;
            id = renamed.stream()
                    .filter(next -> next.from().equals(current))
                    .map(Renamed::to)
                    .findFirst()
                    .orElse(current);
        }
        // Where the newer model still has the old id, that is what is meant by it.
        boolean kept = after.test(first.from()) && !id.equals(first.from());
        return after.test(id) && !kept ? id : null;
    }
}
