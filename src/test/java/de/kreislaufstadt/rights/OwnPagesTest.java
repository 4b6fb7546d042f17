package de.kreislaufstadt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody is told which pages of Tasklist there are for them, and is refused on the others. */
@ApplicationTest
class OwnPagesTest {

    private static final String API = "/camunda/api/kreislaufstadt/";

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private Cast cast;

    @BeforeEach
    void enter() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
    }

    @AfterEach
    void leave() {
        cast.leave();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CLERK              | deputies drafts measures rounds start tasks
                    MONITOR            | cockpit measures
                    AUDITOR            | administration cockpit measures
                    EXTERNAL_MODERATOR | drafts tasks
                    ADMINISTRATOR      | administration deputies
                    OPERATOR           | cockpit
                    """)
    void whatIsOfNoUseIsNotNamed(Role role, String pages) {
        JsonNode named = cast.browser(role, port).get(API + "pages").json();

        assertThat(StreamSupport.stream(named.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .isEqualTo(List.of(pages.split(" ")));
        for (String page : List.of("measures", "drafts", "deputies")) {
            assertThat(cast.browser(role, port).get(API + page).status())
                    .as(page)
                    .isEqualTo(pages.contains(page) ? 200 : 403);
        }
    }

    @Test
    void whoIsNotSignedInIsToldNothing() {
        assertThat(cast.browser(null, port).get(API + "pages").status()).isEqualTo(401);
    }
}
