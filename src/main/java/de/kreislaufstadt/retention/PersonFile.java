package de.kreislaufstadt.retention;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything a municipality keeps of one person (Art. 15 DSGVO).
 *
 * @param responsible name of the municipality
 * @param person by what the person was looked for, with what was found out on the way
 * @param alsoKnownAs what stands beside it in the rows found: to be looked for, too, if it is the same person
 * @param blocks reasons of the blocks that hold
 * @param fingerprint changes when anything else is found
 */
record PersonFile(
        String municipality,
        String responsible,
        LocalDate asOf,
        Identity person,
        Identity alsoKnownAs,
        List<String> blocks,
        List<Item> items,
        String fingerprint) {

    /**
     * One row.
     *
     * @param id names it for corrections and exceptions
     * @param kindName what it is, in words
     * @param place what people call the table
     * @param measure number of the measure, null where there is none
     * @param certain whether it was found by the mail address or the account rather than by the name alone
     * @param match by what it was found, in words
     * @param effect what becomes of it when the person is deleted
     * @param because why it stays; null where it does not
     * @param deleteOn day on which it goes by itself, null where a rule says it
     * @param deletion the rule
     * @param content what it says, by column, for machines
     * @param fields what it says, in words
     * @param correctable what can be corrected
     */
    record Item(
            String id,
            String kind,
            String kindName,
            String table,
            String place,
            String measure,
            boolean certain,
            String match,
            Effect effect,
            String effectName,
            String because,
            String purpose,
            String legalBasis,
            String source,
            String recipients,
            LocalDate deleteOn,
            String deletion,
            Map<String, Object> content,
            List<Field> fields,
            List<Field> correctable) {

        /** @return whether it goes when the person is deleted and somebody has chosen it */
        boolean mayGo() {
            return effect != Effect.KEPT && effect != Effect.PSEUDONYM;
        }
    }

    /**
     * One thing that a row says.
     *
     * @param column for machines, and to name it when it is corrected
     * @param label what people call it
     * @param text as people write it
     */
    record Field(String column, String label, String text) {}

    /** @return rows that only prove who did which step; public for the template */
    public List<Item> proofs() {
        return items.stream().filter(item -> item.effect() == Effect.PSEUDONYM).toList();
    }

    /** @return all other rows; public for the template */
    public List<Item> rows() {
        return items.stream().filter(item -> item.effect() != Effect.PSEUDONYM).toList();
    }
}
