package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several instances on one database: they start together when it is still empty, and each of them serves everybody. */
class ThreeInstancesIT {

    private static final String CLERK = "wfm-sachbearbeitung";

    @Test
    void threeInstancesStartedTogetherOnAnEmptyDatabaseServeLogins() {
        String secret = UUID.randomUUID().toString();
        try (CityDatabase database = new CityDatabase()) {
            Map<String, String> environment = ComposeFile.environment(database, secret, City.FILE);
            List<ProductionApplication> instances = Stream.generate(() -> ProductionApplication.starting(environment))
                    .limit(3)
                    .toList();
            try {
                instances.forEach(ProductionApplication::awaitReady);
                String password = giveAPassword(instances.get(0), secret);

                assertThat(instances)
                        .allSatisfy(instance -> assertThat(instance.http()
                                        .as(CLERK, password)
                                        .get("/engine-rest/task/count")
                                        .status())
                                .isEqualTo(200))
                        .allMatch(ProductionApplication::isAlive);
                isSetUpOnce(database);
            } finally {
                instances.forEach(ProductionApplication::close);
            }
        }
    }

    private static String giveAPassword(ProductionApplication instance, String administratorPassword) {
        String password = UUID.randomUUID().toString();
        assertThat(instance.http()
                        .as("admin", administratorPassword)
                        .send(
                                "PUT",
                                "/engine-rest/user/" + CLERK + "/credentials",
                                Forms.object()
                                        .put("password", password)
                                        .put("authenticatedUserPassword", administratorPassword)
                                        .toString())
                        .status())
                .isEqualTo(204);
        return password;
    }

    /** What all of them wanted to create is there once. */
    private static void isSetUpOnce(CityDatabase database) {
        assertThat(database.values("select key_ from camunda.act_re_procdef group by key_ having count(*) > 1"))
                .as("models deployed twice")
                .isEmpty();
        assertThat(database.values("select name_ from camunda.act_ru_filter group by name_ having count(*) > 1"))
                .as("filters created twice")
                .isEmpty();
        assertThat(database.values("select concat_ws(' ', group_id_, user_id_, resource_type_, resource_id_)"
                        + " from camunda.act_ru_authorization group by 1 having count(*) > 1"))
                .as("rights granted twice")
                .isEmpty();
        assertThat(database.value("select count(*) from camunda.act_id_membership where group_id_ = 'camunda-admin'"))
                .isEqualTo("1");
    }
}
