package de.kreislaufstadt.process.paths;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which nodes of the models the tests have passed. The engine's history holds every node of every instance anyway, also
 * across called processes and test classes; coverage libraries count per class and would have to be put into the engine that
 * runs in production. Two processes run the tests: each writes down its own, in a folder of this build.
 */
final class NodeCoverage {

    private static final Path FOLDER =
            Path.of("target", "node-coverage", System.getProperty("kreislaufstadt.build", "alone"));
    private static final Path OWN = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
    private static final Set<String> PASSED = new ConcurrentSkipListSet<>();

    private NodeCoverage() {}

    /**
     * What of one model was passed.
     *
     * @param nodes events, gateways, activities and subprocesses of the model
     */
    record Model(String key, Set<String> nodes, Set<String> missed) {

        double share() {
            return 1.0 - (double) missed.size() / nodes.size();
        }

        @Override
        public String toString() {
            return String.format(
                    "%-32s %3d of %3d nodes  %5.1f %%  %s",
                    key, nodes.size() - missed.size(), nodes.size(), 100 * share(), missed.isEmpty() ? "" : missed);
        }
    }

    /** Remembers what the engine's history holds so far. */
    static synchronized void note(JdbcClient database) {
        boolean more = PASSED.addAll(database.sql("select distinct proc_def_key_ || ' ' || act_id_ from act_hi_actinst")
                .query(String.class)
                .list());
        if (more) {
            try {
                Files.createDirectories(FOLDER);
                Files.write(OWN, PASSED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @return whether tests of this build have noted anything */
    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    private static Set<String> passed() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> passed = new TreeSet<>();
            for (Path file : files.toList()) {
                passed.addAll(Files.readAllLines(file));
            }
            return passed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return every model of the product with what was passed of it */
    static Collection<Model> models() {
        Set<String> passed = passed();
        Map<String, Model> models = new TreeMap<>();
        File[] files = new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn"));
        for (File file : files) {
            String key = file.getName().replace(".bpmn", "");
            Set<String> nodes = Bpmn.readModelFromFile(file).getModelElementsByType(FlowNode.class).stream()
                    .map(FlowNode::getId)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> missed = new TreeSet<>(nodes);
            missed.removeIf(node -> passed.contains(key + " " + node));
            models.put(key, new Model(key, nodes, missed));
        }
        return models.values();
    }
}
