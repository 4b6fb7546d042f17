package de.kreislaufstadt.account;

import de.kreislaufstadt.process.Accounts.Login;
import java.time.Duration;

/** Checks name and password of a local account. */
public interface LocalSignIn {

    /**
     * @param name what was typed as the name; may be null
     * @param password may be null
     * @param address where the request comes from, to slow down guessing
     */
    Result check(String name, String password, String address);

    /** What comes of an attempt. */
    sealed interface Result {}

    /** Name and password are right, and nothing else is needed. */
    record SignedIn(Login login) implements Result {}

    /** Name and password are right; the sign-in page asks for the second factor, REST refuses. */
    record SecondFactorNeeded(String user) implements Result {}

    /** Something is wrong; nobody is told what. */
    record Refused() implements Result {}

    /** Too many attempts, right or wrong; not said of an account that exists rather than of one that does not. */
    record TooOften(Duration pause) implements Result {}
}
