package de.kreislaufstadt.deadline;

/** The look at all deadlines of a municipality that is taken every morning, for a moment other than the morning. */
public interface MorningLook {

    /** Plans the reminders that are due today and asks superiors about what has stayed undone; nothing is planned twice. */
    void look(String municipality);
}
