package de.kreislaufstadt.credential;

import de.kreislaufstadt.account.LocalSignIn;
import de.kreislaufstadt.credential.CredentialTable.Attempt;
import de.kreislaufstadt.credential.CredentialTable.State;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.security.NetworkAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Checks name and password for every way in. The answer is the same, and takes the same work, whether there is no such
 * account, the password is wrong, or the account is locked, disabled or over.
 */
@Component
class CheckedSignIn implements LocalSignIn {

    private static final int LONGEST_NAME = 64;

    private final FailedSignIns failed;
    private final FailingAddresses addresses;
    private final CredentialTable table;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Counter refused;
    private final Counter tooOften;
    private final Clock clock;

    CheckedSignIn(
            FailedSignIns failed,
            FailingAddresses addresses,
            CredentialTable table,
            Credentials credentials,
            Passwords passwords,
            Accounts accounts,
            MeterRegistry registry,
            Clock clock) {
        this.failed = failed;
        this.addresses = addresses;
        this.table = table;
        this.credentials = credentials;
        this.passwords = passwords;
        this.accounts = accounts;
        this.refused = counter(registry, "refused");
        this.tooOften = counter(registry, "too often");
        this.clock = clock;
    }

    private static Counter counter(MeterRegistry registry, String reason) {
        return Counter.builder("kreislaufstadt.sign.ins.failed")
                .tag("reason", reason)
                .description("Attempts to sign in with a local account that failed on this node")
                .register(registry);
    }

    @Override
    public Result check(String name, String password, String address) {
        Result result = checked(name, password, address);
        if (result instanceof Refused) {
            refused.increment();
        } else if (result instanceof TooOften) {
            tooOften.increment();
        }
        return result;
    }

    private Result checked(String name, String password, String address) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || password == null || password.isEmpty()) {
            return new Refused();
        }
        String from = address == null ? "" : NetworkAddress.of(address);
        Attempt attempt = table.attempt(name, from);
        Duration pause = addresses.pause(attempt.addressFailures(), attempt.measuredAt());
        if (!pause.isZero()) {
            return new TooOften(pause);
        }
        if (!isRight(name, password, attempt) || !mayEnter(attempt)) {
            addresses.failed(from);
            return new Refused();
        }
        if (credentials.next(attempt.state().orElseThrow(), false) != null) {
            // The count goes on: whoever has the password must not get endless attempts at the second factor.
            return new SecondFactorNeeded(name);
        }
        return accounts.loginOf(name).<Result>map(SignedIn::new).orElseGet(Refused::new);
    }

    /** A second password for somebody who is signed in, e.g. before a change; counts like signing in. */
    boolean isRight(String name, String password) {
        return isRight(name, password, table.attempt(name, ""));
    }

    private boolean isRight(String name, String password, Attempt attempt) {
        boolean tooLong = password.length() > PasswordRules.LONGEST;
        if (!attempt.failed() && !tooLong && passwords.matchedLately(name, password, attempt.kept())) {
            return true;
        }
        try {
            boolean admitted = failed.admit(name);
            // Also where it is of no use any more: the time taken must not tell.
            boolean matches = passwords.matches(name, shortened(password));
            if (!admitted || !matches || tooLong) {
                return false;
            }
        } catch (DataAccessException | TransactionException e) {
            // Nobody has looked at it: while the database stumbles, right passwords must not lock everybody out.
            failed.takeBack(name);
            throw e;
        }
        if (attempt.state().filter(State::hasFactor).isEmpty()) {
            failed.clear(name);
        }
        return true;
    }

    /** Right passwords are never longer, and hashing what somebody sends is our work. */
    private static String shortened(String password) {
        return password.substring(0, Math.min(password.length(), PasswordRules.LONGEST));
    }

    private boolean mayEnter(Attempt attempt) {
        return attempt.state()
                .filter(state -> state.local()
                        && (state.startUntil() == null || state.startUntil().isAfter(clock.instant()))
                        && (state.endsOn() == null || !state.endsOn().isBefore(LocalDate.now(clock))))
                .isPresent();
    }
}
