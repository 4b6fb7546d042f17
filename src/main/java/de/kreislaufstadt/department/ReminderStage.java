package de.kreislaufstadt.department;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One moment at which an open task makes itself heard, written like {@code DUE-3}, {@code CREATED+10} or
 * {@code DUE+5 ESCALATE}.
 *
 * @param base what the days are counted from
 * @param workingDays working days after it, negative = before it
 * @param action what happens then
 */
public record ReminderStage(Base base, int workingDays, Action action) {

    private static final Pattern TEXT = Pattern.compile("(DUE|CREATED)([+-][0-9]{1,3})?( ESCALATE)?");

    /** What a stage is counted from. */
    public enum Base {
        /** The last day to complete the task. */
        DUE,
        /** The day the task came up. */
        CREATED
    }

    /** What a stage does. */
    public enum Action {
        /** Reminds who has claimed the task, else its department. */
        REMIND,
        /** Asks the head of the department to clarify what holds the task up. */
        ESCALATE
    }

    /** @return the stage that the text says; empty if it says none */
    public static Optional<ReminderStage> parse(String text) {
        Matcher said = TEXT.matcher(text == null ? "" : text.strip());
        if (!said.matches()) {
            return Optional.empty();
        }
        Base base = Base.valueOf(said.group(1));
        int days = said.group(2) == null ? 0 : Integer.parseInt(said.group(2));
        boolean beforeItsBase = base == Base.CREATED && days < 0;
        return beforeItsBase
                ? Optional.empty()
                : Optional.of(new ReminderStage(base, days, said.group(3) == null ? Action.REMIND : Action.ESCALATE));
    }

    /** @return when the stage comes, without what it does, e.g. {@code DUE+2} */
    public String moment() {
        return workingDays == 0 ? base.name() : "%s%+d".formatted(base, workingDays);
    }

    @Override
    public String toString() {
        return action == Action.REMIND ? moment() : moment() + " " + action;
    }
}
