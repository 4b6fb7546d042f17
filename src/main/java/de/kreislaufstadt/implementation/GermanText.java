package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.GermanNumber;
import java.time.LocalDate;
import java.util.List;

/** What the forms of this module show besides their fields: dates, names of choices, tables. */
final class GermanText {

    private static final Texts TEXTS = Texts.of("implementation");

    private GermanText() {}

    static String date(LocalDate date) {
        return ReadersLanguage.day(date);
    }

    static String goalLevel(GoalLevel level) {
        return TEXTS.name("implementation.goalLevel", level);
    }

    /** @return a table of the work packages of a project */
    static String packages(List<WorkPackage> packages) {
        return Markdown.table(
                head("implementation.packages.head"),
                packages.stream()
                        .map(p -> List.of(
                                p.code() + " " + p.title(),
                                TEXTS.name("implementation.packageStatus", p.status()),
                                date(p.endsOn()),
                                p.actualCost() == null
                                        ? TEXTS.get("implementation.notStated")
                                        : GermanNumber.euros(p.actualCost())))
                        .toList());
    }

    /** @return a table of what was achieved by each indicator */
    static String indicators(List<ClosureForm.Indicator> indicators) {
        return Markdown.table(
                head("implementation.indicators.head"),
                indicators.stream()
                        .map(indicator -> List.of(indicator.name(), indicator.achieved(), indicator.source()))
                        .toList());
    }

    private static List<String> head(String key) {
        return List.of(TEXTS.get(key).split(";"));
    }
}
