package de.kreislaufstadt.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Second factors of accounts: an authenticator app, and codes on paper for the day it is lost. Each code works once. */
@Repository
@Transactional
class SecondFactors {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    static final int RECOVERY_CODES = 10;

    /** 120 bits: nothing that could be guessed from a hash (ASVS 2.6.2 asks for 112). */
    private static final int RECOVERY_BYTES = 15;

    private static final int GROUP = 4;
    private static final Pattern TOTP = Pattern.compile("[0-9]{6}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Optional<FactorCipher> cipher;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, LocalSignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cipher = settings.factorKey().map(FactorCipher::new);
    }

    private record Stored(byte[] secret, boolean encrypted) {}

    @Transactional(readOnly = true)
    public boolean exists(String account) {
        return find(account).isPresent();
    }

    /**
     * Takes a factor into use once a code shows that the app has it.
     *
     * @return the recovery codes, to be shown once; empty if the code is wrong
     */
    Optional<List<String>> confirm(String account, byte[] secret, String code) {
        OptionalLong step = codes.stepOf(secret, digits(code), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        reset(account);
        if (cipher.isEmpty()) {
            LOG.warn(
                    "Zweite Faktoren liegen unverschlüsselt in der Datenbank: KREISLAUFSTADT_SIGN_IN_FACTOR_KEY setzen");
        }
        jdbc.sql("""
                        insert into second_factor (account, secret, encrypted, last_step, confirmed_at)
                        values (:account, :secret, :encrypted, :step, :now)
                        """)
                .param("account", account)
                .param("secret", kept(account, secret))
                .param("encrypted", cipher.isPresent())
                .param("step", step.getAsLong())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return Optional.of(newRecoveryCodes(account));
    }

    /** @return whether it is a code of the account's app or on its paper that was not used before; it is used now */
    boolean use(String account, String code) {
        String typed = digits(code);
        return TOTP.matcher(typed).matches() ? useOfApp(account, typed) : useOfPaper(account, typed);
    }

    /** @return codes on paper that are left */
    @Transactional(readOnly = true)
    public int recoveryCodesLeft(String account) {
        return jdbc.sql("select count(*) from recovery_code where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** Forgets the factor with its recovery codes. */
    void reset(String account) {
        jdbc.sql("delete from second_factor where account = :account")
                .param("account", account)
                .update();
    }

    private boolean useOfApp(String account, String code) {
        Stored stored = find(account).orElse(null);
        if (stored == null) {
            return false;
        }
        byte[] secret = opened(account, stored);
        OptionalLong step = codes.stepOf(secret, code, clock.instant());
        if (step.isEmpty()) {
            return false;
        }
        // Of two that send the same code at once, one finds it used.
        boolean fresh =
                jdbc.sql("update second_factor set last_step = :step where account = :account and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        == 1;
        if (fresh && !stored.encrypted() && cipher.isPresent()) {
            jdbc.sql("update second_factor set secret = :secret, encrypted = true where account = :account")
                    .param("secret", kept(account, secret))
                    .param("account", account)
                    .update();
        }
        return fresh;
    }

    private boolean useOfPaper(String account, String code) {
        return jdbc.sql("delete from recovery_code where account = :account and code_hash = :hash")
                        .param("account", account)
                        .param("hash", hash(account, code))
                        .update()
                == 1;
    }

    private List<String> newRecoveryCodes(String account) {
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            String code = OneTimeCodes.base32(bytes);
            jdbc.sql("insert into recovery_code (account, code_hash) values (:account, :hash)")
                    .param("account", account)
                    .param("hash", hash(account, code))
                    .update();
            fresh.add(code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
        }
        return fresh;
    }

    private Optional<Stored> find(String account) {
        return jdbc.sql("select secret, encrypted from second_factor where account = :account")
                .param("account", account)
                .query((row, i) -> new Stored(row.getBytes(1), row.getBoolean(2)))
                .optional();
    }

    private byte[] kept(String account, byte[] secret) {
        return cipher.map(lock -> lock.encrypt(account, secret)).orElse(secret);
    }

    private byte[] opened(String account, Stored stored) {
        if (!stored.encrypted()) {
            return stored.secret();
        }
        return cipher.orElseThrow(() -> new IllegalStateException("The key of the second factors is missing"))
                .decrypt(account, stored.secret());
    }

    /** As people type it: with spaces and hyphens, in small letters. */
    private static String digits(String code) {
        return code == null ? "" : code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] hash(String account, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((account + "\n" + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
