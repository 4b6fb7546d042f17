package de.kreislaufstadt.process.engine.extension;

import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Keeps passwords so that guessing them from a stolen database is slow: PBKDF2 with HMAC-SHA256. The engine's own salted
 * SHA-512 is made to be fast. BCrypt would cut off long passwords. A hash names its rounds, so their number can be raised.
 */
public final class SlowHash implements PasswordEncryptor {

    /** Stands in front of the hash in the engine's table. */
    public static final String NAME = "PBKDF2";

    /** Three times what ASVS 2.4.3 asks for at least; about a quarter of a second. */
    public static final int USUAL_ROUNDS = 310_000;

    /** For passwords that many accounts begin with, and whoever set them up knows: the first sign-in hashes them anew. */
    private static final int FEW_ROUNDS = 1_000;

    private static final String SEPARATOR = "$";
    private static final int SALT_BYTES = 16;

    private static final ThreadLocal<Boolean> QUICKLY = ThreadLocal.withInitial(() -> false);

    private final int rounds;

    /** @param rounds work per password, at least 1; the less, the easier passwords are guessed from a stolen database */
    public SlowHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        int used = QUICKLY.get() ? Math.min(rounds, FEW_ROUNDS) : rounds;
        return used + SEPARATOR + encoder(used).encode(password);
    }

    /** Saves an account whose password is the same as that of others: a city has hundreds of them. */
    public static <T> void quickly(T account, Consumer<T> save) {
        QUICKLY.set(true);
        try {
            save.accept(account);
        } finally {
            QUICKLY.remove();
        }
    }

    @Override
    public boolean check(String password, String encrypted) {
        int end = encrypted.indexOf(SEPARATOR);
        return encoder(Integer.parseInt(encrypted.substring(0, end)))
                .matches(password, encrypted.substring(end + SEPARATOR.length()));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** @return whether what the engine's table holds was made in this way with this many rounds */
    public boolean isCurrent(String stored) {
        return stored.startsWith("{" + NAME + "}" + rounds + SEPARATOR);
    }

    private static Pbkdf2PasswordEncoder encoder(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
