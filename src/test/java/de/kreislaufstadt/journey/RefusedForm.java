package de.kreislaufstadt.journey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.journey.OpenTasks.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A form that is well-formed and wrong.
 *
 * @param what what is wrong, in a few words
 * @param change makes it wrong
 * @param field path of the field the refusal must name
 * @param reason German reason it must give
 */
record RefusedForm(Kind kind, String what, Consumer<ObjectNode> change, String field, String reason) {

    static final String REQUIRED = "Bitte füllen Sie dieses Feld aus.";
    static final String CHOICE = "Bitte wählen Sie einen der angebotenen Werte.";
    static final String HIDDEN = "Dieses Feld gehört nicht zu Ihrer Auswahl und muss leer bleiben.";
    static final String TEXT = "Hier wird ein Text erwartet, angegeben ist eine Zahl.";
    static final String CHARACTERS = "Der Text enthält Zeichen, die nicht gespeichert werden können.";
    static final String DATE = "Bitte geben Sie ein gültiges Datum an (Tag, Monat, Jahr).";
    static final String TOO_LARGE = "Diese Zahl ist zu groß.";

    static String unknown(String name) {
        return "Das Formular hat an dieser Stelle kein Feld „" + name + "“.";
    }

    static List<RefusedForm> all() {
        return Stream.of(RefusedProposals.all(), RefusedDecisions.all(), RefusedPhases.all())
                .flatMap(List::stream)
                .toList();
    }

    static RefusedForm wrong(Kind kind, String what, Consumer<ObjectNode> change, String field, String reason) {
        return new RefusedForm(kind, what, change, field, reason);
    }

    static Consumer<ObjectNode> in(String section, Consumer<ObjectNode> change) {
        return form -> change.accept((ObjectNode) form.get(section));
    }

    static Consumer<ObjectNode> row(String list, int index, Consumer<ObjectNode> change) {
        return form -> change.accept((ObjectNode) form.get(list).get(index));
    }

    static void rows(ArrayNode list, int count, Consumer<ObjectNode> content) {
        for (int i = 0; i < count; i++) {
            content.accept(list.addObject());
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + what;
    }
}
