package de.kreislaufstadt.measure;

/**
 * Something that has to be changed in a proposal.
 *
 * @param number of the item among all of its measure, from 1
 * @param answer what the lead has changed; null as long as nobody has answered
 */
record ReworkItem(int number, String text, Status status, String answer) {

    enum Status {
        /** Asked for. */
        OPEN,
        /** The lead says what it has changed. */
        ANSWERED,
        /** A review has found it done. */
        ACCEPTED
    }

    /** A new item in a form. */
    record Wish(String text) {}

    /** An item as the lead answers it; its text is only shown. */
    record Answer(Integer number, String text, String answer) {}

    /** An item as the next review checks it off; texts are only shown. */
    record Check(Integer number, String text, String answer, Boolean accepted) {

        boolean isAccepted() {
            return Boolean.TRUE.equals(accepted);
        }
    }
}
