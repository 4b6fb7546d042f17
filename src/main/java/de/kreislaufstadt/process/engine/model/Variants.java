package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.ChangedElsewhere;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Models and decision tables that a municipality has of its own: for it they take the place of the shared ones with the same
 * key. Nearly always
 * there are none, so what is known is asked again only after a minute; a model that another node has deployed holds there
 * by then.
 */
@Component
public class Variants {

    private static final Duration AGE_LIMIT = Duration.ofMinutes(1);

    /** Keeps keys of decisions apart from those of processes. */
    private static final String DECISION = "decision:";

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Copy copy;

    Variants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return engine's id of the newest model of the municipality's own with this key; empty where the shared one holds */
    public Optional<String> latest(String municipality, String key) {
        if (municipality == null
                || !known().getOrDefault(municipality, Set.of()).contains(key)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select id_ from camunda.act_re_procdef
                         where tenant_id_ = :municipality and key_ = :key order by version_ desc limit 1
                        """)
                .param("municipality", municipality)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** @return engine's id of the newest decision table of the municipality's own with this key; empty where the shared one holds */
    public Optional<String> latestDecision(String municipality, String key) {
        if (municipality == null
                || !known().getOrDefault(municipality, Set.of()).contains(DECISION + key)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select id_ from camunda.act_re_decision_def
                         where tenant_id_ = :municipality and key_ = :key order by version_ desc limit 1
                        """)
                .param("municipality", municipality)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** @return the file of a decision table that {@link #latestDecision} has named */
    byte[] decisionFile(String municipality, String definition) {
        return jdbc.sql("""
                        select file.bytes_ from camunda.act_re_decision_def decision
                          join camunda.act_ge_bytearray file
                            on file.deployment_id_ = decision.deployment_id_ and file.name_ = decision.resource_name_
                         where decision.tenant_id_ = :municipality and decision.id_ = :definition
                        """)
                .param("municipality", municipality)
                .param("definition", definition)
                .query(byte[].class)
                .single();
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ChangedElsewhere.class)
    void changedElsewhere() {
        forget();
    }

    /** Something was deployed: the next question reads the database. */
    public void forget() {
        copy = null;
    }

    private Map<String, Set<String>> known() {
        Instant now = clock.instant();
        Copy known = copy;
        if (known == null || Duration.between(known.readAt(), now).abs().compareTo(AGE_LIMIT) > 0) {
            known = new Copy(read(), now);
            copy = known;
        }
        return known.keys();
    }

    private Map<String, Set<String>> read() {
        return jdbc
                .sql("""
                        select tenant_id_, key_ from camunda.act_re_procdef where tenant_id_ is not null
                        union
                        select tenant_id_, :decision || key_ from camunda.act_re_decision_def where tenant_id_ is not null
                        """)
                .param("decision", DECISION)
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private record Copy(Map<String, Set<String>> keys, Instant readAt) {}
}
