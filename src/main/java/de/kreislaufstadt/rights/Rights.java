package de.kreislaufstadt.rights;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.kreislaufstadt.rights.Matrix.Area;
import de.kreislaufstadt.rights.Matrix.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Answers who may do what, out of {@code rights/matrix.yaml}. What that file does not name is refused. */
@Component
public class Rights {

    private static final String FILE = "/rights/matrix.yaml";
    private static final List<String> REST = List.of("/engine-rest", "/engine-rest/engine/{name}");
    private static final String WEB = "/camunda/api/engine/engine/{name}";

    private final List<Area> areas;
    private final PathTree<Operation> paths = new PathTree<>();

    @Autowired
    Rights() {
        this(read());
    }

    /** @throws IllegalArgumentException if two rows name the same endpoint, or a row does not say who may */
    public Rights(List<Area> areas) {
        this.areas = List.copyOf(areas);
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations()) {
            if (!ids.add(operation.id())) {
                throw new IllegalArgumentException("Two rows are called " + operation.id());
            }
            if (!operation.saysOneThing()) {
                throw new IllegalArgumentException(
                        "Row " + operation.id() + " must say either who may, that everybody may, or why nobody may");
            }
            operation.endpoints().forEach(endpoint -> add(endpoint, operation));
        }
    }

    private void add(String endpoint, Operation operation) {
        for (String each : written(endpoint)) {
            int space = each.indexOf(' ');
            if (!paths.put(each.substring(0, space), each.substring(space + 1), operation)) {
                throw new IllegalArgumentException("Two rows name " + each + ", one of them is " + operation.id());
            }
        }
    }

    /**
     * @param roles of who asks; none if nobody has signed in
     * @param method HTTP method
     * @param path decoded, as from the root of the application
     */
    public boolean permits(Set<Role> roles, String method, String path) {
        return operation(method, path)
                .filter(operation -> operation.permits(roles))
                .isPresent();
    }

    /** @return the row of an endpoint; empty if there is none */
    public Optional<Operation> operation(String method, String path) {
        return paths.find("HEAD".equals(method) ? "GET" : method, path);
    }

    /** @return the matrix in the order of the file */
    public List<Area> areas() {
        return areas;
    }

    /** @return all rows in the order of the file */
    public List<Operation> operations() {
        return areas.stream().flatMap(area -> area.operations().stream()).toList();
    }

    /** @return "METHOD /path" for every method and every way in that an entry of a row stands for */
    public static List<String> written(String endpoint) {
        String[] words = endpoint.strip().split("\\s+");
        String path = words[words.length - 1];
        List<String> written = new ArrayList<>();
        for (int i = 0; i < words.length - 1; i++) {
            for (String way : ways(path)) {
                written.add(words[i] + " " + way);
            }
        }
        return written;
    }

    private static List<String> ways(String path) {
        int colon = path.indexOf(":/");
        if (colon < 0) {
            return List.of(path);
        }
        String below = path.substring(colon + 1);
        List<String> ways = new ArrayList<>();
        String prefix = path.substring(0, colon);
        if (prefix.equals("engine") || prefix.equals("rest")) {
            REST.forEach(way -> ways.add(way + below));
        }
        if (prefix.equals("engine") || prefix.equals("web")) {
            ways.add(WEB + below);
        }
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("Nobody knows the way in " + path);
        }
        return ways;
    }

    private static List<Area> read() {
        try (InputStream file = Rights.class.getResourceAsStream(FILE)) {
            return new YAMLMapper().readValue(file, new TypeReference<List<Area>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
