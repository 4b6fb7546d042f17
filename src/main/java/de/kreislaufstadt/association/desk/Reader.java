package de.kreislaufstadt.association.desk;

/**
 * Somebody who looks at the model approach or works on it.
 *
 * @param office municipality id of the association's office
 * @param user engine user id
 * @param moderation whether they belong to the department that drafts and consolidates
 * @param adoption whether they belong to the department that adopts
 * @param city municipality id of the member whose coordination they belong to; null for the office's own people
 * @param group engine group by which they are who they are
 * @param deputyFor in whose place they act: a user id, or the group of its heads; null where they act for themselves
 */
record Reader(
        String office, String user, boolean moderation, boolean adoption, String city, String group, String deputyFor) {

    /** @return whether they belong to the office and not to a member */
    boolean ofOffice() {
        return moderation || adoption;
    }
}
