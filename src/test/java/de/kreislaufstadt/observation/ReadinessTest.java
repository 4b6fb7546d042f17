package de.kreislaufstadt.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a node may be sent requests, and whether it has to be started anew, are two questions with answers that are true. */
@ApplicationTest
class ReadinessTest {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    @LocalManagementPort
    int port;

    @Value("${spring.datasource.url}")
    String database;

    @Autowired
    ApplicationContext context;

    @Autowired
    HealthEndpointGroups groups;

    @Autowired
    HealthContributorRegistry contributors;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everythingIsThereAgain() {
        TestPostgres.bringBack(database);
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void withoutItsDatabaseANodeIsNotReadyButLivesAndIsReadyAgainByItself() {
        assertThat(status(READINESS)).isEqualTo(200);

        TestPostgres.takeAway(database);
        assertThat(status(READINESS)).isEqualTo(503);
        assertThat(status(LIVENESS)).as("a new start would not mend it").isEqualTo(200);
        assertThat(figures()).contains("kreislaufstadt_part_up{part=\"database\"} 0.0");

        TestPostgres.bringBack(database);
        assertThat(status(READINESS)).isEqualTo(200);
        assertThat(figures()).contains("kreislaufstadt_part_up{part=\"database\"} 1.0");
        await("connections of the pool")
                .ignoreExceptions()
                .until(() -> jdbc.sql("select 1").query(Integer.class).single() == 1);
    }

    @Test
    void aNodeThatIsBeingStoppedIsNotReadyButLives() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);

        assertThat(status(READINESS)).isEqualTo(503);
        assertThat(status(LIVENESS)).isEqualTo(200);
    }

    @Test
    void readinessAsksWhatANodeNeedsAndLivenessOnlyWhatANewStartMends() {
        List<String> ready = List.of("readinessState", "database", "engine", "jobs");
        List<String> alive = List.of("livenessState", "jobThread");

        assertThat(contributors.stream().map(part -> part.getName())).allSatisfy(part -> {
            assertThat(groups.get("readiness").isMember(part)).as(part).isEqualTo(ready.contains(part));
            assertThat(groups.get("liveness").isMember(part)).as(part).isEqualTo(alive.contains(part));
        });
        assertThat(contributors.stream().map(part -> part.getName()))
                .containsAll(ready)
                .containsAll(alive);
    }

    @ParameterizedTest
    @ValueSource(strings = {READINESS, LIVENESS})
    void theAnswerIsOneWord(String path) {
        assertThat(new Http(port).get(path).json())
                .isEqualTo(JsonNodeFactory.instance.objectNode().put("status", "UP"));

        TestPostgres.takeAway(database);
        assertThat(new Http(port).get(path).json())
                .isEqualTo(JsonNodeFactory.instance.objectNode().put("status", path.equals(LIVENESS) ? "UP" : "DOWN"));
    }

    private int status(String path) {
        return new Http(port).get(path).status();
    }

    private String figures() {
        return new Http(port).get("/actuator/prometheus").body();
    }
}
