package de.kreislaufstadt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Every endpoint of the running application has its row in the matrix of rights, and every row has its endpoint. */
@ApplicationTest
class MatrixCoverageTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Rights rights;

    @Test
    void everyEndpointHasARow() {
        assertThat(MatrixCoverage.withoutRow(Endpoints.of(application), rights))
                .as("say in src/main/resources/rights/matrix.yaml who may")
                .isEmpty();
    }

    @Test
    void everyRowHasAnEndpoint() {
        assertThat(MatrixCoverage.withoutEndpoint(Endpoints.of(application), rights))
                .as("named in src/main/resources/rights/matrix.yaml, but nothing answers to it")
                .isEmpty();
    }

    @Test
    void aNewEndpointWithoutARowIsNoticedAndRefused() {
        SortedSet<Endpoint> endpoints = Endpoints.of(application);
        Endpoint added = new Endpoint("POST", "/camunda/api/kreislaufstadt/measures/{number}/made-up", "test");
        endpoints.add(added);

        assertThat(MatrixCoverage.withoutRow(endpoints, rights))
                .containsExactly("POST /camunda/api/kreislaufstadt/measures/{}/made-up");
        for (Role role : Role.values()) {
            assertThat(rights.permits(Set.of(role), "POST", "/camunda/api/kreislaufstadt/measures/1/made-up"))
                    .isFalse();
        }
    }

    /** The gate knows nothing but method and path: where the matrix says the same of both, it does the same. */
    @Test
    void theEnginesNameInAnAddressChangesNothing() {
        List<Endpoint> named = Endpoints.of(application).stream()
                .filter(endpoint -> endpoint.path().startsWith("/engine-rest/engine/{name}/"))
                .toList();
        assertThat(named).hasSizeGreaterThan(400);
        for (Endpoint endpoint : named) {
            String path = endpoint.filled(Map.of("name", "default"), "x");
            for (Role role : Role.values()) {
                assertThat(rights.permits(Set.of(role), endpoint.method(), path))
                        .as(role + " " + endpoint)
                        .isEqualTo(
                                rights.permits(Set.of(role), endpoint.method(), path.replace("/engine/default/", "/")));
            }
        }
    }

    @Test
    void aRowWithoutAnEndpointIsNoticed() {
        SortedSet<Endpoint> endpoints = Endpoints.of(application);
        endpoints.removeIf(endpoint -> endpoint.path().equals("/camunda/api/kreislaufstadt/measures/{number}"));

        assertThat(MatrixCoverage.withoutEndpoint(endpoints, rights))
                .isEqualTo(List.of("GET /camunda/api/kreislaufstadt/measures/{}"));
    }
}
