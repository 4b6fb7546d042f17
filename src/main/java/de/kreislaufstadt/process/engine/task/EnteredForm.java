package de.kreislaufstadt.process.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.EnteredValues;
import de.kreislaufstadt.form.EnteredValues.Entered;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.process.BusinessAction.Change;
import java.util.List;

/** What was entered into a form, as the log of actions takes it down. */
final class EnteredForm {

    private EnteredForm() {}

    static List<Change> changes(FormSchema schema, JsonNode before, JsonNode after) {
        return EnteredValues.of(schema, before, after).stream()
                .map(EnteredForm::change)
                .toList();
    }

    private static Change change(Entered value) {
        return switch (value.personal()) {
            case NO -> Change.of(value.path(), value.from(), value.to());
            case ACCOUNT -> Change.ofPerson(value.path(), value.from(), value.to());
            case WITHHELD -> Change.withheld(value.path());
        };
    }
}
