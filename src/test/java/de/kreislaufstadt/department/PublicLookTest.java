package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Colours of a municipality reach its public pages, and tell nobody which municipalities there are. */
@ApplicationTest
class PublicLookTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Cities cities;

    @LocalServerPort
    private int port;

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from municipality_setting where municipality_id = 'muenster' and kind = 'LOOK'")
                .update();
        cities.forget();
    }

    @Test
    void theColourIsThereForEverybody() {
        assertThat(styles("muenster").body()).isEmpty();
        jdbc.sql("insert into municipality_setting (municipality_id, kind, name, value)"
                        + " values ('muenster', 'LOOK', 'colour', '#7a1f1f')")
                .update();
        cities.forget();

        Http.Answer styles = styles("muenster");

        assertThat(styles.status()).isEqualTo(200);
        assertThat(styles.header("Content-Type")).startsWith("text/css");
        assertThat(styles.body()).contains("--accent: #7a1f1f;");
    }

    @Test
    void aMunicipalityThatIsNotThereLooksLikeOneWithoutColours() {
        Http.Answer unknown = styles("nirgendwo");
        Http.Answer known = styles("muenster");
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    private Http.Answer styles(String municipality) {
        return new Http(port).get("/kreislaufstadt/auftritt/" + municipality);
    }
}
