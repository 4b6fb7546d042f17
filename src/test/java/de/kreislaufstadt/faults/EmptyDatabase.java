package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.journey.ComposeFile;
import de.kreislaufstadt.journey.ProductionApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three nodes that find nothing at all, at the same time. */
final class EmptyDatabase {

    /** What each of them wanted to create, by what would show that two did. */
    private static final Map<String, String> TWICE = Map.of(
            "models",
            "select key_ from camunda.act_re_procdef group by key_, tenant_id_ having count(*) > 1",
            "lists",
            "select name_ from camunda.act_ru_filter group by name_ having count(*) > 1",
            "rights",
            "select concat_ws(' ', group_id_, user_id_, resource_type_, resource_id_)"
                    + " from camunda.act_ru_authorization group by 1 having count(*) > 1",
            "watches of deadlines",
            "select tenant_id_ from camunda.act_ru_job where process_def_key_ = 'deadline-watch'"
                    + " group by tenant_id_ having count(*) > 1");

    private final DatabaseServer server;
    private final List<String> release;
    private final List<Long> millis = new ArrayList<>();

    /** @param release the end of the command line that starts a node */
    EmptyDatabase(DatabaseServer server, List<String> release) {
        this.server = server;
        this.release = release;
    }

    void start(int round) {
        String name = "empty_" + round;
        server.create(name);
        Map<String, String> environment = ComposeFile.environment(
                "jdbc:postgresql://localhost:" + server.port() + "/" + name,
                UUID.randomUUID().toString(),
                City.FILE);
        Instant begin = Instant.now();
        List<ProductionApplication> nodes = Stream.generate(() -> ProductionApplication.starting(environment, release))
                .limit(Cluster.NODES)
                .toList();
        try {
            nodes.forEach(ProductionApplication::awaitReady);
            millis.add(Duration.between(begin, Instant.now()).toMillis());
            assertThat(nodes).as("nodes of start %d", round).allMatch(ProductionApplication::isAlive);
            JdbcClient sql = server.superuser(name);
            TWICE.forEach((what, question) -> assertThat(
                            sql.sql(question).query(String.class).list())
                    .as("%s created twice in start %d", what, round)
                    .isEmpty());
            assertThat(sql.sql("select count(*) from camunda.act_re_procdef")
                            .query(Long.class)
                            .single())
                    .as("models")
                    .isPositive();
        } finally {
            nodes.forEach(ProductionApplication::kill);
            nodes.forEach(ProductionApplication::close);
        }
    }

    /** @return how long each start took until all nodes were ready */
    List<Long> millis() {
        return List.copyOf(millis);
    }
}
