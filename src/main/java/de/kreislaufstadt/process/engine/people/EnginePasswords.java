package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.process.engine.extension.SlowHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks passwords against the engine's table. Not through the engine's own check: that one counts attempts per account,
 * which two attempts at once get past, answers faster for names it does not know, and leaves old hashes as they are.
 */
@Component
class EnginePasswords implements Passwords {

    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 2_000;
    private static final int KEY_BYTES = 32;

    private final ProcessEngine engine;
    private final IdentityService identity;
    private final SlowHash hash;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final SecretKeySpec key = new SecretKeySpec(randomKey(), "HmacSHA256");

    EnginePasswords(ProcessEngine engine, IdentityService identity, SlowHash hash, JdbcClient jdbc, Clock clock) {
        this.engine = engine;
        this.identity = identity;
        this.hash = hash;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Stored(String hash, String salt) {}

    /** Not the password: what it is with a key that only this process has. */
    private record Remembered(String hash, byte[] mark, Instant until) {}

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean matches(String user, String password) {
        Stored stored = find(user).orElse(null);
        if (stored == null || !hash.isCurrent(stored.hash())) {
            // The work that a check against a current hash would be.
            hash.encrypt(password);
        }
        if (stored == null || !manager().check(EncryptionUtil.saltPassword(password, stored.salt()), stored.hash())) {
            return false;
        }
        if (!hash.isCurrent(stored.hash())) {
            keepAnew(user, password, stored);
        } else {
            remember(user, password, stored);
        }
        return true;
    }

    /**
     * In one statement that changes nothing but the very hash that was checked: of two who sign in at once one keeps the
     * password anew and both get in, and a password that was set meanwhile stays.
     */
    private void keepAnew(String user, String password, Stored old) {
        String salt = configuration().getSaltGenerator().generateSalt();
        jdbc.sql("""
                        update camunda.act_id_user set pwd_ = :hash, salt_ = :salt, rev_ = rev_ + 1
                        where id_ = :user and pwd_ = :old
                        """)
                .param("hash", manager().encrypt(EncryptionUtil.saltPassword(password, salt)))
                .param("salt", salt)
                .param("user", user)
                .param("old", old.hash())
                .update();
    }

    @Override
    public boolean matchedLately(String user, String password, String kept) {
        Remembered last = remembered.get(user);
        return last != null
                && last.until().isAfter(clock.instant())
                && last.hash().equals(kept)
                && MessageDigest.isEqual(last.mark(), mark(user, password));
    }

    @Override
    @Transactional
    public void set(String user, String password) {
        remembered.remove(user);
        SignedIn.asSystem(() -> {
            User account = identity.createUserQuery().userId(user).singleResult();
            account.setPassword(password);
            identity.saveUser(account);
            return null;
        });
    }

    private Optional<Stored> find(String user) {
        return jdbc.sql("select pwd_, salt_ from camunda.act_id_user where id_ = :user and pwd_ is not null")
                .param("user", user)
                .query((row, i) -> new Stored(row.getString(1), row.getString(2)))
                .optional();
    }

    private void remember(String user, String password, Stored stored) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(
                user,
                new Remembered(
                        stored.hash(), mark(user, password), clock.instant().plus(LATELY)));
    }

    private byte[] mark(String user, String password) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal((user + "\n" + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    private PasswordManager manager() {
        return configuration().getPasswordManager();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static byte[] randomKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
