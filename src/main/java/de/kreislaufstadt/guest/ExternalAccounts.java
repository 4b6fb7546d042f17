package de.kreislaufstadt.guest;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.credential.Credentials;
import de.kreislaufstadt.department.MailAddress;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.OutsideAccounts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people of no municipality: each with an organisation, a last day and a second factor. */
@Service
@Transactional
class ExternalAccounts {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_LETTERS = 16;
    private static final int LONGEST = 120;

    private final ExternalAccountTable table;
    private final OutsideAccounts engine;
    private final Credentials credentials;
    private final PersonAccounts accounts;
    private final GuestSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ExternalAccounts(
            ExternalAccountTable table,
            OutsideAccounts engine,
            Credentials credentials,
            PersonAccounts accounts,
            GuestSettings settings,
            Clock clock) {
        this.table = table;
        this.engine = engine;
        this.credentials = credentials;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param mail null if there is none
     * @param until last day; null for the usual time from today
     */
    record Wanted(String name, String organisation, String mail, LocalDate until) {}

    /** A new account with its start password, which is shown once. */
    record Created(String account, String startPassword) {}

    /** @throws FormRefused if something is missing or wrong; nothing is created then */
    Created create(Wanted wanted, String by) {
        LocalDate until = wanted.until() == null ? today().plus(settings.usually()) : wanted.until();
        Problems problems = new Problems()
                .check(isText(wanted.name()), "name", "guest.text", LONGEST)
                .check(isText(wanted.organisation()), "organisation", "guest.text", LONGEST)
                .check(isBlank(wanted.mail()) || MailAddress.isValid(wanted.mail()), "mail", "guest.mail");
        checkTerm(problems, until).throwIfAny();
        String id = newId();
        String password = credentials.newStartPassword();
        insert(id, wanted, until, password, by);
        credentials.beginWithFactor(id);
        return new Created(id, password);
    }

    /** Creates an account of a known id, whose password its holder knows and that needs no second factor. */
    void settle(String id, Wanted wanted, String password) {
        if (table.find(id).isEmpty()) {
            insert(id, wanted, today().plus(settings.usually()), password, id);
        }
    }

    private void insert(String id, Wanted wanted, LocalDate until, String password, String by) {
        String organisation = wanted.organisation().strip();
        engine.create(
                id,
                wanted.name().strip(),
                organisation,
                isBlank(wanted.mail()) ? null : wanted.mail().strip(),
                password);
        table.insert(id, organisation, until, until.plus(settings.kept()), by);
        credentials.endsOn(id, until);
    }

    /**
     * Sets another last day. Rights end with it where they would last longer.
     *
     * @throws FormRefused if there is no such account or the day does not fit
     */
    void lastUntil(String account, LocalDate until) {
        if (table.find(account).isEmpty()) {
            throw FormRefused.at("account", "guest.account.unknown");
        }
        checkTerm(new Problems(), until).throwIfAny();
        table.extend(account, until, until.plus(settings.kept()));
        credentials.endsOn(account, until);
    }

    @Transactional(readOnly = true)
    public List<ExternalAccount> all() {
        return table.all();
    }

    /** Ends the sessions of accounts that are over. They may last longer again if somebody sets another day. */
    void endSessions() {
        table.over(today()).forEach(accounts::endSessions);
    }

    private Problems checkTerm(Problems problems, LocalDate until) {
        LocalDate last = today().plus(settings.atMost());
        return problems.check(until != null && !until.isBefore(today()), "until", "guest.until.past")
                .check(
                        until == null || !until.isAfter(last),
                        "until",
                        "guest.until.tooLong",
                        settings.atMost().toTotalMonths());
    }

    private String newId() {
        StringBuilder id = new StringBuilder("p-");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private static boolean isText(String text) {
        return !isBlank(text)
                && text.strip().length() <= LONGEST
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
