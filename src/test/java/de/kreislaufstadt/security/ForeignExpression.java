package de.kreislaufstadt.security;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.rest.dto.AbstractQueryDto;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * An expression that would show if it were executed, and all places where the engine's queries take one: found by looking at
 * the engine's classes, so that another version's places are tried, too.
 */
final class ForeignExpression {

    static final String PROBE = "de.kreislaufstadt.probe";

    /** Sets a property of the machine and does no harm. */
    static final String TEXT = "${''.getClass().forName('java.lang.System').getMethod('setProperty',"
            + " ''.getClass(), ''.getClass()).invoke(null, '" + PROBE + "', 'executed')}";

    /** Looking through the classes takes a second. */
    private static final Map<String, SortedSet<String>> FIELDS = findFields();

    private static final Map<Class<?>, List<Method>> METHODS = findMethods();

    private ForeignExpression() {}

    static void forget() {
        System.clearProperty(PROBE);
    }

    static boolean wasExecuted() {
        return System.getProperty(PROBE) != null;
    }

    /** @return by name of the class the fields of all bodies and addresses of queries that take an expression */
    static Map<String, SortedSet<String>> fields() {
        return FIELDS;
    }

    private static Map<String, SortedSet<String>> findFields() {
        Map<String, SortedSet<String>> fields = new LinkedHashMap<>();
        for (Class<?> type : subclasses(AbstractQueryDto.class, "org.camunda.bpm")) {
            for (Method method : type.getMethods()) {
                CamundaQueryParam parameter = method.getAnnotation(CamundaQueryParam.class);
                String name = parameter == null ? method.getName().replaceFirst("^set", "") : parameter.value();
                if (method.getParameterCount() == 1 && name.endsWith("Expression")) {
                    fields.computeIfAbsent(type.getSimpleName(), key -> new TreeSet<>())
                            .add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
                }
            }
        }
        return fields;
    }

    /** @return what takes an expression in the engine's own queries, by the query */
    static Map<Class<?>, List<Method>> methods() {
        return METHODS;
    }

    private static Map<Class<?>, List<Method>> findMethods() {
        Map<Class<?>, List<Method>> methods = new LinkedHashMap<>();
        for (Class<?> type : subclasses(AbstractQuery.class, "org.camunda.bpm.engine")) {
            List<Method> taking = Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().endsWith("Expression") && !method.isBridge())
                    .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                    .toList();
            if (!taking.isEmpty()) {
                methods.put(type, taking);
            }
        }
        return methods;
    }

    /** @return bodies of a query with the expression in a field: plain, nested, beside what is harmless, written otherwise */
    static Map<String, String> bodies(String field) {
        String at = "\"" + field + "\": \"";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("plain", "{" + at + TEXT + "\"}");
        bodies.put("nested", "{\"orQueries\": [{" + at + TEXT + "\"}]}");
        bodies.put("nested beside others", "{\"orQueries\": [{\"nameLike\": \"%\"}, {" + at + TEXT + "\"}]}");
        bodies.put("nested twice", "{\"nameLike\": \"%\", \"orQueries\": [{\"orQueries\": [{" + at + TEXT + "\"}]}]}");
        bodies.put(
                "beside a harmless one",
                "{\"ownerExpression\": \"${currentUser()}\", \"orQueries\": [{" + at + TEXT.replace("${", "#{")
                        + "\"}]}");
        bodies.put("behind a harmless one", "{\"orQueries\": [{" + at + "${ now() }" + TEXT + "\"}]}");
        return bodies;
    }

    private static List<Class<?>> subclasses(Class<?> type, String within) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents(within).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .toList();
    }
}
