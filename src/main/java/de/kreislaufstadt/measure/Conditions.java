package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.TaskContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Conditions that decisions about a measure set; each becomes a task of the department that has to meet it. */
public interface Conditions {

    /** Notes at {@code conditionItems} what is wrong with conditions of a decision of this day. */
    void check(TaskContext task, LocalDate decidedOn, List<ConditionRow> rows, Problems problems);

    /** Keeps the conditions of a decision; they are open. */
    void add(TaskContext task, UUID decision, List<ConditionRow> rows);

    /** @return open conditions that these decisions have set, with the departments that have to meet them */
    List<ItemRef> open(String municipality, UUID measureId, Collection<UUID> decisions);

    /** @return what the open conditions of the measure ask for, in the order in which they were set */
    List<String> openTexts(String municipality, UUID measureId);

    /** Open conditions of decisions that came to nothing need not be met any more. */
    void lapse(TaskContext task, Collection<UUID> decisions);
}
