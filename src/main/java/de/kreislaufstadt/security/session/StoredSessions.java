package de.kreislaufstadt.security.session;

import de.kreislaufstadt.security.session.SessionTable.Idle;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in the database: one statement reads a session, and one writes where something has changed or the last use was noted
 * more than a minute ago. Nothing else of a request writes, and requests that ask for no session cost nothing.
 */
@Component
public class StoredSessions implements SessionRepository<StoredSession> {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);
    private static final String PERSON = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    /** What the web applications' filters put into any session, also of requests by nobody: no reason to keep one. */
    private static final Set<String> OF_ANYBODY = Set.of("authenticatedUser", "CAMUNDA_CSRF_TOKEN");

    private static final Duration NOTED = Duration.ofMinutes(1);

    /** As long as the sign-in page may stay open. Anybody can make such sessions, so they are not kept for a day's work. */
    private static final Duration SIGNING_IN = Duration.ofHours(1);

    private final SessionTable table;
    private final TransactionTemplate apart;
    private final Idle idle;
    private final SessionSeal seal = new SessionSeal();

    StoredSessions(
            SessionTable table,
            PlatformTransactionManager transactions,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        this.table = table;
        this.idle = new Idle(SIGNING_IN, timeout);
        // An answer may begin before the transaction that made it has ended; a session is no part of that.
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return whether a session with these attributes is worth a row, and a cookie */
    public static boolean isKept(HttpSession session) {
        return isKept(Set.copyOf(Collections.list(session.getAttributeNames())));
    }

    /**
     * Lets one of several requests at once, on whatever node, do what a session needs from time to time.
     *
     * @param within nobody else has been let within this time, which is longer than a millisecond
     */
    public boolean takeCheck(HttpSession session, Duration within) {
        byte[] row = seal.rowOf(session.getId());
        return Boolean.TRUE.equals(apart.execute(status -> table.takeCheck(row, within)));
    }

    @Override
    public StoredSession createSession() {
        return new StoredSession(seal::newId);
    }

    @Override
    public StoredSession findById(String id) {
        if (!SessionSeal.isId(id)) {
            return null;
        }
        return table.find(seal.rowOf(id), idle, NOTED).map(row -> read(id, row)).orElse(null);
    }

    /** One that cannot be read is left as it is: another node, with the release that wrote it, can. */
    private StoredSession read(String id, SessionTable.Row row) {
        try {
            return new StoredSession(
                    id, SessionContent.unpacked(seal.opened(id, row.content())), row.unnoted(), seal::newId);
        } catch (SessionUnreadable e) {
            LOG.info("Eine Sitzung lässt sich nicht lesen, die Person meldet sich neu an: {}", e.getMessage());
            return null;
        }
    }

    @Override
    public void save(StoredSession session) {
        Map<String, byte[]> now = session.attributes();
        Map<String, byte[]> changes = session.changes(now);
        byte[] row = seal.rowOf(session.getId());
        if (session.knownId() == null || !session.knownId().equals(session.getId())) {
            if (session.knownId() == null && !isKept(now.keySet())) {
                return;
            }
            apart.executeWithoutResult(status -> begin(session, row, now));
        } else if (!changes.isEmpty()) {
            apart.executeWithoutResult(status -> merge(session, row, changes));
        } else if (session.isUnnoted()) {
            apart.executeWithoutResult(status -> table.used(row, NOTED));
        } else {
            return;
        }
        session.stored(now);
    }

    @Override
    public void deleteById(String id) {
        apart.executeWithoutResult(status -> table.delete(seal.rowOf(id)));
    }

    /** What nobody can use any more. */
    @Scheduled(cron = "${kreislaufstadt.sign-in.tidying:0 */15 * * * *}")
    void tidy() {
        table.deleteEnded(idle);
    }

    /** A new id is a new row under a new key; the old one ends with it, as it has to when somebody signs in. */
    private void begin(StoredSession session, byte[] row, Map<String, byte[]> now) {
        if (session.knownId() != null) {
            table.delete(seal.rowOf(session.knownId()));
        }
        table.insert(row, account(session), seal.sealed(session.getId(), SessionContent.packed(now)));
    }

    /** Another request may have changed something else meanwhile, and may have ended the session: then it stays ended. */
    private void merge(StoredSession session, byte[] row, Map<String, byte[]> changes) {
        table.lock(row).ifPresent(stored -> {
            Map<String, byte[]> merged = new TreeMap<>(SessionContent.unpacked(seal.opened(session.getId(), stored)));
            changes.forEach((name, bytes) -> {
                if (bytes == null) {
                    merged.remove(name);
                } else {
                    merged.put(name, bytes);
                }
            });
            byte[] sealed = seal.sealed(session.getId(), SessionContent.packed(merged));
            if (changes.containsKey(PERSON)) {
                table.update(row, account(session), sealed);
            } else {
                table.update(row, sealed);
            }
        });
    }

    private static String account(StoredSession session) {
        SecurityContext context = session.getAttribute(PERSON);
        return context == null || context.getAuthentication() == null
                ? null
                : context.getAuthentication().getName();
    }

    private static boolean isKept(Set<String> names) {
        return !OF_ANYBODY.containsAll(names);
    }
}
