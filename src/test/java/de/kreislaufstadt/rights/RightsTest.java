package de.kreislaufstadt.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.kreislaufstadt.rights.Matrix.Area;
import de.kreislaufstadt.rights.Matrix.Operation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the matrix of rights is read, and how a request finds its row. */
class RightsTest {

    private static final List<String> CITY = List.of("muenster");

    @Test
    void rolesFollowFromGroups() {
        assertThat(Role.of(List.of("muenster-staff", "muenster-wfm"), CITY)).containsExactly(Role.CLERK);
        assertThat(Role.of(List.of("muenster-staff", "muenster-wfm-head"), CITY))
                .containsExactlyInAnyOrder(Role.CLERK, Role.HEAD);
        assertThat(Role.of(List.of("muenster-managers"), CITY)).containsExactly(Role.MANAGER);
        assertThat(Role.of(List.of("muenster-monitors"), CITY)).containsExactly(Role.MONITOR);
        assertThat(Role.of(List.of("muenster-auditors"), CITY)).containsExactly(Role.AUDITOR);
        assertThat(Role.of(List.of("operators"), CITY)).containsExactly(Role.OPERATOR);
        assertThat(Role.of(List.of("camunda-admin"), List.of())).containsExactly(Role.ADMINISTRATOR);
        assertThat(Role.of(List.of("association"), List.of())).containsExactly(Role.ASSOCIATION_COORDINATOR);
    }

    @Test
    void whoIsOfNoCityModeratesOnlyWhereSomebodyHasLetThemIn() {
        assertThat(Role.of(List.of(), CITY)).containsExactly(Role.EXTERNAL_MODERATOR);
        assertThat(Role.of(List.of("association"), CITY))
                .containsExactlyInAnyOrder(Role.ASSOCIATION_COORDINATOR, Role.EXTERNAL_MODERATOR);
        assertThat(Role.of(List.of(), List.of())).isEmpty();
        assertThat(Role.of(List.of("muenster-monitors"), CITY)).doesNotContain(Role.EXTERNAL_MODERATOR);
    }

    @Test
    void whatIsWrittenOutIsCloserThanAVariableAndThatIsCloserThanAnyRest() {
        Rights rights = rights(
                row("count", "GET /a/count"), row("one", "GET /a/{id}", "DELETE /a/{id}"), row("rest", "GET /a/**"));

        assertThat(rights.operation("GET", "/a/count")).map(Operation::id).contains("count");
        assertThat(rights.operation("HEAD", "/a/count")).map(Operation::id).contains("count");
        assertThat(rights.operation("GET", "/a/7/")).map(Operation::id).contains("one");
        assertThat(rights.operation("DELETE", "/a/count")).map(Operation::id).contains("one");
        assertThat(rights.operation("GET", "/a/7/8")).map(Operation::id).contains("rest");
        assertThat(rights.operation("POST", "/a/7")).isEmpty();
        assertThat(rights.operation("GET", "/b")).isEmpty();
    }

    @Test
    void theEngineIsMeantOnEveryWayIn() {
        assertThat(Rights.written("GET POST engine:/task"))
                .containsExactly(
                        "GET /engine-rest/task",
                        "GET /engine-rest/engine/{name}/task",
                        "GET /camunda/api/engine/engine/{name}/task",
                        "POST /engine-rest/task",
                        "POST /engine-rest/engine/{name}/task",
                        "POST /camunda/api/engine/engine/{name}/task");
        assertThat(Rights.written("POST web:/x")).containsExactly("POST /camunda/api/engine/engine/{name}/x");
    }

    @Test
    void aMatrixThatContradictsItselfIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rights(row("one", "GET /a/{id}"), row("other", "GET /a/{name}")))
                .withMessageContaining("GET /a/{name}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rights(row("one", "GET /a"), row("one", "GET /b")))
                .withMessageContaining("one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rights(
                        new Operation("silent", "Name", "Name", Set.of(), Set.of(), false, null, List.of("GET /a"))))
                .withMessageContaining("silent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rights(row("unknown", "GET other:/a")))
                .withMessageContaining("other:/a");
    }

    @Test
    void theFileSaysWhoMay() {
        Rights rights = new Rights();

        assertThat(rights.permits(Set.of(Role.CLERK), "POST", "/engine-rest/task/1/complete"))
                .isTrue();
        assertThat(rights.permits(
                        Set.of(Role.MONITOR, Role.AUDITOR, Role.ADMINISTRATOR, Role.OPERATOR),
                        "POST",
                        "/engine-rest/task/1/complete"))
                .isFalse();
        assertThat(rights.permits(Set.of(Role.OPERATOR), "POST", "/engine-rest/deployment/create"))
                .isTrue();
        assertThat(rights.permits(Set.of(Role.ADMINISTRATOR), "POST", "/engine-rest/deployment/create"))
                .isFalse();
        assertThat(rights.permits(Set.of(), "GET", "/engine-rest/task")).isFalse();
        assertThat(rights.permits(Set.of(), "GET", "/actuator/health")).isFalse();
    }

    private static Rights rights(Operation... rows) {
        return new Rights(List.of(new Area("Bereich", "Area", List.of(rows))));
    }

    private static Operation row(String id, String... endpoints) {
        return new Operation(id, "Name", "Name", Set.of(Role.CLERK), Set.of(), false, null, List.of(endpoints));
    }
}
