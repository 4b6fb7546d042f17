package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All connections are in use: whoever needs one is asked to come again, in words, and soon. */
@ApplicationTest
class ExhaustedPoolTest {

    private static final long SHORT = 250;

    @Autowired
    DataSource dataSource;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private final List<Connection> taken = new ArrayList<>();
    private HikariDataSource pool;
    private long before;

    @BeforeEach
    void everyConnectionIsTaken() throws SQLException {
        pool = dataSource.unwrap(HikariDataSource.class);
        before = pool.getConnectionTimeout();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            taken.add(pool.getConnection());
        }
        pool.setConnectionTimeout(SHORT);
    }

    @AfterEach
    void allAreFree() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
        taken.clear();
        pool.setConnectionTimeout(before);
    }

    @ParameterizedTest
    @CsvSource({"/engine-rest/task/count, klima-sachbearbeitung, ein paar Sekunden", "/muenster/massnahmen, , Sekunden"
    })
    void theAnswerIsLaterAndNotAFailure(String path, String user, String words) throws SQLException {
        Http.Answer answer = asks(user).get(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).contains(words).doesNotContain("Exception", "Hikari", "SQL");

        allAreFree();
        assertThat(asks(user).get(path).status()).isBetween(200, 399);
    }

    /** It is busy, not broken: without it, others would have its work, too. */
    @Test
    void theNodeStaysReady() {
        assertThat(new Http(managementPort).get("/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    private Http asks(String user) {
        return user == null ? new Http(port) : new Http(port).as(user);
    }
}
