package de.kreislaufstadt.support;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operations of a JAX-RS resource and of the resources it leads to, by their annotations. */
final class JaxRs {

    private JaxRs() {}

    /** Adds what a root resource answers; other classes of an application, such as filters, have no path and add nothing. */
    static void add(String root, Class<?> type, String source, Set<Endpoint> found) {
        Path path = onType(type);
        if (path != null) {
            walk(joined(root, path.value()), type, source, List.of(), found);
        }
    }

    private static void walk(
            String prefix, Class<?> type, String source, List<Class<?>> cameThrough, Set<Endpoint> found) {
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.isBridge()) {
                continue;
            }
            Set<String> verbs = verbs(method);
            Optional<Path> path = annotation(method, Path.class);
            String here = joined(prefix, path.map(Path::value).orElse(""));
            verbs.forEach(verb -> found.add(new Endpoint(verb, here, source + " " + type.getSimpleName())));
            if (verbs.isEmpty() && path.isPresent()) {
                locator(here, method, source, type, cameThrough, found);
            }
        }
    }

    private static void locator(
            String here, Method method, String source, Class<?> type, List<Class<?>> cameThrough, Set<Endpoint> found) {
        Class<?> next = method.getReturnType();
        if (cameThrough.contains(next)) {
            return;
        }
        int before = found.size();
        walk(
                here,
                next,
                source,
                Stream.concat(cameThrough.stream(), Stream.of(type)).toList(),
                found);
        if (found.size() == before) {
            // What it returns says nothing about itself: whatever it is, somebody has to look at it.
            found.add(new Endpoint("*", here + "/**", source + " " + next.getSimpleName()));
        }
    }

    /** Resources are written as interfaces with annotations and classes without. */
    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> kind) {
        return sameMethods(method)
                .map(same -> same.getAnnotation(kind))
                .filter(found -> found != null)
                .findFirst();
    }

    private static Set<String> verbs(Method method) {
        Set<String> verbs = new LinkedHashSet<>();
        sameMethods(method)
                .flatMap(same -> Arrays.stream(same.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .forEach(verb -> verbs.add(verb.value()));
        return verbs;
    }

    private static Stream<Method> sameMethods(Method method) {
        return supertypes(method.getDeclaringClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }

    private static Path onType(Class<?> type) {
        return supertypes(type)
                .map(one -> one.getAnnotation(Path.class))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                supertypes(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(JaxRs::supertypes)));
    }

    /** {@code {id: [0-9]+}} is written {@code {id}}; a variable for several parts is {@code **}. */
    private static String joined(String prefix, String path) {
        String part = path.replaceAll("\\{\\s*([A-Za-z_-]+)\\s*:\\s*\\.\\*\\s*}", "**")
                .replaceAll("\\{\\s*([A-Za-z_-]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("^/+|/+$", "");
        return part.isEmpty() ? prefix : prefix + "/" + part;
    }
}
