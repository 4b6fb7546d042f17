package de.kreislaufstadt.credential;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a password has to be, after NIST SP 800-63B and OWASP ASVS 2.1: long enough, and not one that is guessed first. No
 * rule asks for kinds of characters, and none wants it changed after a time. What is guessed first is estimated by zxcvbn,
 * whose dictionaries hold passwords from leaks, names and words, and which knows repetitions, sequences, dates and
 * neighbouring keys.
 */
@Component
class PasswordRules {

    /** Characters, as people count them. */
    static final int SHORTEST = 12;

    /** Long enough for any sentence; hashing more would only be work for us. */
    static final int LONGEST = 200;

    /** zxcvbn's scale: fewer than 10^8 guesses is 0 to 2. */
    private static final int LEAST_SCORE = 3;

    /** The estimate's work grows faster than the text; what comes after this many characters only makes it better. */
    private static final int LOOKED_AT = 64;

    private static final int SHORTEST_NAME = 4;

    private static final List<String> OWN_WORDS = List.of("kreislaufstadt", "kreislauf", "kommune", "workshop");

    private final Zxcvbn estimate = new Zxcvbn();

    /**
     * @param user id of the account
     * @param name name of the person, as others read it
     * @return key of the message that says what is wrong with it; empty if it may be used
     */
    Optional<String> objection(String password, String user, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("credential.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("credential.password.long");
        }
        String lower = password.toLowerCase(Locale.GERMAN);
        if (user.length() >= SHORTEST_NAME && lower.contains(user.toLowerCase(Locale.GERMAN))) {
            return Optional.of("credential.password.name");
        }
        return isGuessedFirst(password, user, name) ? Optional.of("credential.password.common") : Optional.empty();
    }

    private boolean isGuessedFirst(String password, String user, String name) {
        List<String> known = new ArrayList<>(OWN_WORDS);
        known.add(user);
        known.addAll(List.of(name.split("[\\s-]+")));
        String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
        Strength strength = estimate.measure(start, known);
        return strength.getScore() < LEAST_SCORE;
    }
}
