package de.kreislaufstadt.credential;

import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.credential.CredentialTable.State;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Passwords;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets passwords and says what an account still needs before it is signed in. */
@Service
public class Credentials {

    /** A start password that nobody has used by then is void. */
    private static final Duration START_LASTS = Duration.ofDays(14);

    /** Readable aloud and typed without doubt: no 0, O, 1, I, l. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int START_GROUPS = 4;
    private static final int START_GROUP = 5;

    private final CredentialTable table;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final FailedSignIns failed;
    private final PersonAccounts accounts;
    private final LocalSignInSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Credentials(
            CredentialTable table,
            Passwords passwords,
            PasswordRules rules,
            SecondFactors factors,
            FailedSignIns failed,
            PersonAccounts accounts,
            LocalSignInSettings settings,
            Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.rules = rules;
        this.factors = factors;
        this.failed = failed;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** What stands between the right password and the session. */
    enum Step {
        CODE,
        NEW_PASSWORD,
        ENROLMENT
    }

    /**
     * @param proven whether the second factor was shown in this sign-in
     * @return what comes next; null if nothing does
     */
    Step next(State state, boolean proven) {
        if (state.hasFactor() && !proven) {
            return Step.CODE;
        }
        if (state.mustChange()) {
            return Step.NEW_PASSWORD;
        }
        return needsFactor(state) && !state.hasFactor() ? Step.ENROLMENT : null;
    }

    /** @return whether the account may not be without a second factor */
    boolean needsFactor(State state) {
        return state.factorRequired() || state.administrator() && settings.administratorsNeedFactor();
    }

    /** @return a password that follows the rules by chance and length, for somebody else to begin with */
    public String newStartPassword() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < START_GROUPS * START_GROUP; i++) {
            if (i > 0 && i % START_GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Notes that an account begins with a password its holder has not chosen, and that it needs a second factor. */
    @Transactional
    public void beginWithFactor(String account) {
        table.startPassword(account, clock.instant().plus(START_LASTS));
        table.requireFactor(account);
    }

    /** Notes of an account whose password its holder knows for good that it needs a second factor. */
    @Transactional
    public void requireFactor(String account) {
        table.requireFactor(account);
    }

    /** Sets the last day of an account that does not last for good. */
    @Transactional
    public void endsOn(String account, LocalDate day) {
        table.endsOn(account, day);
    }

    /** Sets a start password, ends all sessions and lifts a lock. @return the password, to be shown once */
    @Transactional
    public String renew(String account) {
        String password = newStartPassword();
        passwords.set(account, password);
        table.startPassword(account, clock.instant().plus(START_LASTS));
        failed.clear(account);
        accounts.endSessions(account);
        return password;
    }

    /**
     * Sets the person's own password and ends all other sessions; whoever asks begins a new one.
     *
     * @throws FormRefused if the password breaks a rule; nothing is changed
     */
    @Transactional
    public void change(String account, String name, String old, String password, String again) {
        if (!password.equals(again)) {
            throw FormRefused.at("again", "credential.password.differs");
        }
        if (password.equals(old)) {
            throw FormRefused.at("password", "credential.password.same");
        }
        rules.objection(password, account, name).ifPresent(key -> {
            throw FormRefused.at("password", key, PasswordRules.SHORTEST, PasswordRules.LONGEST);
        });
        passwords.set(account, password);
        table.ownPassword(account);
        accounts.endSessions(account);
    }

    /** Forgets the second factor and ends all sessions: whoever has to have one sets up a new one when signing in. */
    @Transactional
    public void forgetFactor(String account) {
        factors.reset(account);
        accounts.endSessions(account);
    }
}
