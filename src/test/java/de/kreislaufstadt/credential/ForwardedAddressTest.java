package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.account.LocalSignIn;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody gets new attempts by saying that they come from elsewhere: what a proxy has not written itself is not believed. */
@ApplicationTest
class ForwardedAddressTest {

    private static final String PERSON = "wfm-sachbearbeitung";

    @Autowired
    private LocalSignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServletWebServerApplicationContext application;

    @LocalServerPort
    private int port;

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from failing_address").update();
        jdbc.sql("delete from failed_sign_in").update();
    }

    /** A proxy appends the address it sees; what stands to the left of it comes from whoever asks. */
    @Test
    void whatStandsBeforeTheProxysWordGivesNoNewAttempts() {
        for (int i = 0; i < 50; i++) {
            asked("198.51.100." + i + ", 203.0.113.50", "somebody-" + i, "wrong");
        }

        assertThat(asked("203.0.113.50", PERSON, null)).isEqualTo(429);
        for (String forwarded : new String[] {
            "198.51.100.99, 203.0.113.50",
            "127.0.0.1, 203.0.113.50",
            "10.0.0.1, 198.51.100.98, 203.0.113.50, 10.0.0.7",
            "unknown, 203.0.113.50",
            "<script>, 203.0.113.50"
        }) {
            assertThat(asked(forwarded, PERSON, null)).as(forwarded).isEqualTo(429);
        }
        assertThat(asked("203.0.113.51", PERSON, null)).as("somebody else").isEqualTo(200);
        assertThat(new Http(port)
                        .with("Forwarded", "for=203.0.113.50")
                        .as(PERSON)
                        .get("/engine-rest/task/count")
                        .status())
                .as("a header that nobody reads")
                .isEqualTo(200);
    }

    /** Whoever has a network of their own would else have a new address for every attempt. */
    @Test
    void allOfANetworkAreOne() {
        for (int i = 0; i < 50; i++) {
            signIn.check("somebody-" + i, "wrong", "2001:db8:7:1::" + Integer.toHexString(i));
        }

        assertThat(asked("2001:db8:7:1:ffff::1", PERSON, null)).isEqualTo(429);
        assertThat(asked("2001:db8:7:2::1", PERSON, null)).isEqualTo(200);
    }

    /** Nobody outside is taken for a proxy unless the operator names it. */
    @Test
    void onlyNeighboursAreProxies() {
        RemoteIpValve valve = Stream.of(((TomcatWebServer) application.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(valve.getInternalProxies()).isNotNull();
        assertThat("203.0.113.7".matches(valve.getInternalProxies())).isFalse();
        assertThat("2001:db8::7".matches(valve.getInternalProxies())).isFalse();
        assertThat(valve.getTrustedProxies()).isNull();
    }

    private int asked(String forwarded, String user, String password) {
        Http program = new Http(port).with("X-Forwarded-For", forwarded);
        return (password == null ? program.as(user) : program.as(user, password))
                .get("/engine-rest/task/count")
                .status();
    }
}
