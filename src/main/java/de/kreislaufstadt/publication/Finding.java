package de.kreislaufstadt.publication;

/**
 * Something in a public text that looks like data of a person.
 *
 * @param field path of the field in the released shape, e.g. {@code statusReports[0].text}
 * @param label of the part it stands in, as people call it
 * @param kind what was recognised
 * @param words the words themselves
 * @param excerpt the words with a little around them, for whoever has to decide; shown in the task, kept nowhere else
 */
public record Finding(String field, String label, Kind kind, String words, String excerpt) {

    /** What was recognised. Only names may be confirmed as none; the others have to go, or onto the list of mailboxes. */
    public enum Kind {
        /** An address of mail that is no function mailbox of the municipality. */
        MAIL,
        /** A telephone number that is not one of the municipality's own. */
        PHONE,
        /** The name of somebody the municipality knows: an account, a contact, an invited person, somebody who asked. */
        NAME,
        /** A form of address with a name behind it. */
        SALUTATION;

        /** @return whether a person may say that it is nobody's name */
        public boolean mayBeConfirmed() {
            return this == NAME || this == SALUTATION;
        }
    }
}
