package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Accounts.Login;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How people want to be notified, and what administrators see of the outbox; answered by the module that sends mail. */
public interface MailSettings {

    /** @return the person's own choice; empty for who belongs to no municipality */
    Optional<Choice> ownOf(Login who);

    /** @return the choices for the mailboxes of the departments the person heads, by name of the department */
    List<Choice> mailboxesOf(Login who);

    /**
     * Chooses for oneself or for the mailbox of a department one heads.
     *
     * @param department key of the department, {@code null} for oneself
     * @throws NotYours if the person may not choose for it
     */
    void choose(Login who, String department, Rhythm rhythm, Language language);

    /** @return state of the outbox of all municipalities */
    Outbox outbox();

    /**
     * Lets a mail that failed or whose arrival is uncertain be sent again.
     *
     * @return false if there is no such mail, or somebody has released it already
     */
    boolean release(UUID mail);

    /** Lets all mails that failed be sent again. @return their number */
    int releaseFailed();

    /** How often somebody wants mail. */
    enum Rhythm {
        /** A mail for every notice, at once. */
        IMMEDIATE,
        /** One mail per working day with all notices since the last one. */
        DAILY,
        /** No mail; tasks are in Tasklist all the same. */
        NONE
    }

    /** Language of a mail. */
    enum Language {
        DE,
        EN
    }

    /**
     * What is chosen for a person or a mailbox.
     *
     * @param department key of the department, {@code null} for a person
     * @param name German name of the department, {@code null} for a person
     * @param address where the mail goes, {@code null} if no address is known
     */
    record Choice(String department, String name, String address, Rhythm rhythm, Language language) {}

    /**
     * State of the outbox.
     *
     * @param connected whether there is a mail server
     * @param waiting notices for which no mail is written yet
     * @param mails number of mails by state
     * @param troubles mails that failed or may not have arrived, the latest first, 100 at most
     */
    record Outbox(boolean connected, long waiting, Map<String, Long> mails, List<Trouble> troubles) {}

    /**
     * A mail that needs somebody's attention.
     *
     * @param person engine's id of the person it is for, {@code null} for a mailbox or a letter
     * @param department key of the department whose mailbox it is for, {@code null} for a person or a letter
     * @param letter kind of the letter to somebody without account, {@code null} for a mail about tasks
     * @param state {@code FAILED} or {@code UNCERTAIN}
     */
    record Trouble(
            UUID id,
            String municipality,
            String person,
            String department,
            String letter,
            String state,
            String reason,
            int attempts,
            Instant since) {}

    /** The person may not choose for this department. */
    final class NotYours extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
