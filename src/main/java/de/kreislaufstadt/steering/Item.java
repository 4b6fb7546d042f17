package de.kreislaufstadt.steering;

import java.util.List;

/**
 * One item of a batch.
 *
 * @param item engine's id of a task or job, or number of a measure
 * @param number number of the measure, null where nobody knows
 * @param label name of the task, null where nobody knows
 * @param state {@code OPEN}, {@code DONE}, {@code REFUSED} or {@code LEFT_OUT}; of a trial {@code POSSIBLE} or {@code REFUSED}
 * @param problem key of the message that says why it was refused, or how it goes on; null where there is nothing to say
 * @param values values of that message
 */
record Item(
        int position, String item, String number, String label, String state, String problem, List<String> values) {}
