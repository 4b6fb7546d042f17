package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.StorableText;
import de.kreislaufstadt.process.Accounts.Login;
import java.util.List;
import java.util.Optional;

/**
 * One way in which heads and managers step in: each is a bean that checks who may and what is wanted, does it, and notes it.
 * The page of a measure calls it for one item, a batch for many, one after the other; both through {@link Interventions}, in
 * one transaction per item.
 */
public interface Intervention {

    /** @return code of what is done, e.g. {@code REASSIGN}; part of addresses and rows, hence never renamed */
    String kind();

    /** @return whether a batch may do it with many items at once */
    boolean inBatches();

    /**
     * @param municipality id of the municipality
     * @param number number of a measure
     * @return the items of the measure that it can be done with: ids of its open tasks or stuck jobs, or the number itself
     */
    List<String> itemsOf(String municipality, String number);

    /**
     * Notes what a wish lacks whatever it is about, so that a batch is refused as a whole instead of item by item.
     *
     * @param wish with null for every field that is empty; the reason is checked already
     */
    default void check(Wish wish, Problems problems) {}

    /**
     * Does it; joins the caller's transaction.
     *
     * @param item engine's id of a task or job, or number of a measure
     * @param who who steps in, with the groups of the day
     * @throws InterventionRefused if the person may not, or it is too late
     * @throws de.kreislaufstadt.form.FormRefused if what is wanted is wrong
     */
    void carryOut(String item, Wish wish, Login who);

    /**
     * What there is to say of an item beside that it was done, for the report of a batch. Asked after {@link #carryOut}, in its
     * transaction.
     *
     * @return empty where being done says it all
     */
    default Optional<Remark> remark(String item, Login who) {
        return Optional.empty();
    }

    /**
     * Something to be said of an item.
     *
     * @param message key of a message
     * @param values what stands in it
     */
    record Remark(String message, List<?> values) {}

    /**
     * What somebody wants; each intervention reads what it needs.
     *
     * @param reason why; internal
     * @param date ISO date, of a new last day or of a follow-up
     * @param afterDue whether the person knows that the date lies after the last day
     * @param person engine user id of who gets something
     * @param department key of the department that gets something
     * @param step id of the step to be repeated
     */
    record Wish(String reason, String date, boolean afterDue, String person, String department, String step) {

        /** Enough for a page, as in the dialogs of tasks. */
        private static final int LONGEST = 2000;

        /** @return a wish for nothing but a reason */
        public static Wish because(String reason) {
            return new Wish(reason, null, false, null, null, null);
        }

        /** @return the reason without white space around it; every problem with it is noted at the field {@code reason} */
        public String requiredReason(Problems problems) {
            String written = reason == null || reason.isBlank() ? null : reason.strip();
            problems.check(written != null, "reason", "form.required");
            if (written != null) {
                problems.check(
                                written.codePointCount(0, written.length()) <= LONGEST,
                                "reason",
                                "form.maxLength",
                                LONGEST)
                        .check(written.codePoints().allMatch(StorableText::takes), "reason", "form.characters");
            }
            return written;
        }
    }
}
