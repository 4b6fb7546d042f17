package de.kreislaufstadt.audit;

import de.kreislaufstadt.process.EveryNode;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notes the head of every log in the application's own log file every night, where whoever rewrites the database does not
 * reach it. The command that verifies takes such a line as anchor.
 */
@Component
class NotedHeads {

    private static final Logger LOG = LoggerFactory.getLogger(NotedHeads.class);

    private final JdbcClient jdbc;

    NotedHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EveryNode
    @Scheduled(cron = "0 10 4 * * *", zone = "Europe/Berlin")
    void note() {
        jdbc.sql("select municipality_id, position, hash from audit_head order by municipality_id")
                .query(row -> {
                    LOG.info(
                            "Stand des Protokolls von {}: {}:{}",
                            row.getString("municipality_id"),
                            row.getLong("position"),
                            HexFormat.of().formatHex(row.getBytes("hash")));
                });
    }
}
