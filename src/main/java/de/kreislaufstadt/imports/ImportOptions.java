package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody says about an import, as text by name: on the command line, or in a form. */
final class ImportOptions {

    static final Set<String> NAMES = Set.of(
            "municipality",
            "document",
            "place",
            "asof",
            "lead",
            "begin",
            "budget",
            "scope",
            "state",
            "encoding",
            "report");

    private final Map<String, String> said;

    private ImportOptions(Map<String, String> said) {
        this.said = said;
    }

    /**
     * @param arguments {@code --name=value}
     * @return empty if one of them is no option, unknown, or there twice
     */
    static Optional<ImportOptions> of(List<String> arguments) {
        Map<String, String> said = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals > 2 && argument.startsWith("--") ? argument.substring(2, equals) : "";
            if (!NAMES.contains(name) || said.put(name, argument.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new ImportOptions(said));
    }

    /** @param said by name; what is null or blank is not said */
    static ImportOptions said(Map<String, String> said) {
        Map<String, String> known = new HashMap<>();
        said.forEach((name, text) -> {
            if (text != null) {
                known.put(name, text);
            }
        });
        return new ImportOptions(known);
    }

    /** @return what was said under this name, if it says something */
    Optional<String> get(String name) {
        return Optional.ofNullable(said.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * @param today day after which no source can be dated
     * @throws FormRefused with everything that is missing or cannot be
     */
    ImportSettings settings(City city, LocalDate today) {
        List<FieldProblem> found = new ArrayList<>();
        String document = required("document", found);
        LocalDate asOf = day("asof", found);
        LocalDate begin = get("begin").isEmpty() ? null : day("begin", found);
        String lead = required("lead", found);
        BudgetRelation budget = choice("budget", BudgetRelation.class, BudgetRelation.NONE, found);
        SpatialScope scope = choice("scope", SpatialScope.class, SpatialScope.CITY, found);
        MeasureState state = choice("state", MeasureState.class, MeasureState.IMPLEMENTATION, found);
        new Problems()
                .addAll(found)
                .check(document == null || document.length() <= 250, "document", "form.maxLength", 250)
                .check(get("place").orElse("").length() <= 250, "place", "form.maxLength", 250)
                .check(asOf == null || !asOf.isAfter(today), "asof", "measure.source.inFuture")
                .check(
                        lead == null || city.departments().containsKey(lead),
                        "lead",
                        "imports.word.unknown",
                        String.valueOf(lead))
                .check(
                        state == null || ReachedPhase.usual().contains(state),
                        "state",
                        "imports.option.choice",
                        names(ReachedPhase.usual()))
                .throwIfAny();
        return new ImportSettings(
                city, new Source(document, get("place").orElse(null), asOf, null), lead, begin, budget, scope, state);
    }

    /**
     * @return what the encoding of text files is said to be, null if nothing is said
     * @throws FormRefused if it is none that is known
     */
    Encoding encoding() {
        List<FieldProblem> found = new ArrayList<>();
        Encoding encoding = choice("encoding", Encoding.class, null, found);
        new Problems().addAll(found).throwIfAny();
        return encoding;
    }

    private String required(String name, List<FieldProblem> found) {
        return get(name).orElseGet(() -> {
            found.add(FieldProblem.of(name, "form.required"));
            return null;
        });
    }

    private LocalDate day(String name, List<FieldProblem> found) {
        String text = required(name, found);
        if (text == null) {
            return null;
        }
        return Values.day(text).orElseGet(() -> {
            found.add(FieldProblem.of(name, "imports.day.unreadable"));
            return null;
        });
    }

    private <E extends Enum<E>> E choice(String name, Class<E> choices, E usual, List<FieldProblem> found) {
        String text = get(name).orElse(null);
        if (text == null) {
            return usual;
        }
        String plain = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(plain))
                .findFirst()
                .orElseGet(() -> {
                    found.add(
                            FieldProblem.of(name, "imports.option.choice", names(List.of(choices.getEnumConstants()))));
                    return usual;
                });
    }

    private static String names(Collection<? extends Enum<?>> choices) {
        return String.join(", ", choices.stream().map(Enum::name).toList());
    }
}
