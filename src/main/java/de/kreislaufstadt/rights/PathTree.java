package de.kreislaufstadt.rights;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what belongs to a path part by part, so that the number of templates does not matter. A part that is written out
 * is closer than a variable, and a variable is closer than "any rest".
 */
final class PathTree<T> {

    private static final String ANY_METHOD = "*";
    private static final String REST = "**";

    private final Node<T> root = new Node<>();

    /** @return false if the method and the template, whatever its variables are called, are there already */
    boolean put(String method, String template, T value) {
        Node<T> node = root;
        for (String part : parts(template)) {
            if (part.equals(REST)) {
                return node.rest.putIfAbsent(method, value) == null;
            }
            node = part.startsWith("{") ? node.variable() : node.written.computeIfAbsent(part, key -> new Node<>());
        }
        return node.here.putIfAbsent(method, value) == null;
    }

    Optional<T> find(String method, String path) {
        return Optional.ofNullable(find(root, parts(path), 0, method));
    }

    private static <T> T find(Node<T> node, String[] parts, int at, String method) {
        T found = null;
        if (at == parts.length) {
            found = of(node.here, method);
        } else {
            Node<T> written = node.written.get(parts[at]);
            if (written != null) {
                found = find(written, parts, at + 1, method);
            }
            if (found == null && node.variable != null) {
                found = find(node.variable, parts, at + 1, method);
            }
        }
        return found == null ? of(node.rest, method) : found;
    }

    private static <T> T of(Map<String, T> methods, String method) {
        T exact = methods.get(method);
        return exact == null ? methods.get(ANY_METHOD) : exact;
    }

    /** A slash at the end changes nothing. */
    private static String[] parts(String path) {
        String inner = path.replaceAll("^/+|/+$", "");
        return inner.isEmpty() ? new String[0] : inner.split("/", -1);
    }

    private static final class Node<T> {

        private final Map<String, Node<T>> written = new HashMap<>();
        private final Map<String, T> here = new HashMap<>();
        private final Map<String, T> rest = new HashMap<>();
        private Node<T> variable;

        private Node<T> variable() {
            if (variable == null) {
                variable = new Node<>();
            }
            return variable;
        }
    }
}
