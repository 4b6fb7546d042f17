package de.kreislaufstadt.reporting;

/**
 * Somebody who looks at reporting rounds or works on them.
 *
 * @param user engine user id
 * @param unit key of the climate staff unit
 * @param member whether they belong to it today
 * @param head whether they lead it today
 * @param deputyFor in whose place they lead it: a user id, or the group of its heads; null where they act for themselves
 */
record Staff(String municipality, String user, String unit, boolean member, boolean head, String deputyFor) {

    private static final String HEADS = "-head";

    /** @return the group by which they act: the heads of the unit, or its members */
    String role() {
        return municipality + "-" + unit + (head ? HEADS : "");
    }
}
