package de.kreislaufstadt.question;

import java.util.Map;

/** Takes questions about published measures. */
public interface Questions {

    /**
     * @return a mark for a form that is shown now: signed, says for which measure and when it was shown, valid for a day and for one
     *     question. It names nobody, and nothing is kept until the question comes
     */
    String mark(String municipality, String number);

    /** @return whether somebody there answers; not where a municipality has ended and its pages stay */
    boolean takes(String municipality);

    /** Takes a question; what was found wrong is said by field, and nothing is kept then. */
    Answer ask(Asked asked);

    /**
     * A question as it was sent.
     *
     * @param mark as {@link #mark} gave it
     * @param text 10 to 2000 characters
     * @param mail where an answer is wanted; null or blank where none is
     * @param trap a field that people neither see nor hear of; whoever fills it in is a program
     * @param network address it came from; counted for an hour, and kept so long only as what nobody can read
     */
    record Asked(
            String municipality, String number, String mark, String text, String mail, String trap, String network) {}

    /** What has become of a question. */
    sealed interface Answer {

        /**
         * It is with the lead. Programs read the same, though nothing was kept of what they sent.
         *
         * @param department whose task it is, by name
         */
        record Taken(String department) implements Answer {}

        /** @param problems message keys by field */
        record Wrong(Map<String, String> problems) implements Answer {}

        /**
         * The mark is too old, was used before or came back quicker than anybody types, or the measure is not public any more: the
         * form is shown anew with what was typed, or there is none.
         */
        record Stale() implements Answer {}

        /**
         * Too many at once, from there or about this measure.
         *
         * @param seconds until it is worth trying again
         */
        record TooMany(long seconds) implements Answer {}
    }
}
