package de.kreislaufstadt.notification;

/**
 * Who gets a mail: a person or the mailbox of a department.
 *
 * @param person engine's id of the person, {@code null} for a mailbox
 * @param department key of the department whose mailbox it is, {@code null} for a person
 */
record Recipient(String municipality, String person, String department) {

    static Recipient person(String municipality, String id) {
        return new Recipient(municipality, id, null);
    }

    static Recipient mailbox(String municipality, String department) {
        return new Recipient(municipality, null, department);
    }
}
