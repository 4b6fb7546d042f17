package de.kreislaufstadt.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The key of each municipality: a row of {@code link_key}, or derived from the operator's own. */
@Repository
class LinkKeys {

    private final JdbcClient jdbc;
    private final KeySettings settings;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();

    LinkKeys(JdbcClient jdbc, KeySettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return the municipality's key; made now if there is none. Nodes that make one at the same time get the same. */
    byte[] of(String municipality) {
        return find(municipality).orElseGet(() -> {
            // Apart from the caller's transaction: links are also made where somebody only reads.
            apart.executeWithoutResult(status -> make(municipality));
            return find(municipality).orElseThrow();
        });
    }

    private void make(String municipality) {
        byte[] secret = new byte[KeySettings.KEY_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into link_key (id, municipality_id, secret) values (:id, :municipality, :secret)
                        on conflict (municipality_id) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("secret", secret)
                .update();
    }

    /** @return the municipality's key; empty where no link was ever made for it */
    Optional<byte[]> find(String municipality) {
        return settings.key()
                .map(own -> derived(own, municipality))
                .or(() -> jdbc.sql("select secret from link_key where municipality_id = :municipality")
                        .param("municipality", municipality)
                        .query(byte[].class)
                        .optional());
    }

    /** A key for each municipality also where the operator brings one: a link of one city opens nothing of another. */
    private static byte[] derived(byte[] key, String municipality) {
        return mac(key, "links of " + municipality);
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
