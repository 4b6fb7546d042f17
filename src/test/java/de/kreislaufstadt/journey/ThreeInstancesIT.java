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
            environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", secret);
            List<ProductionApplication> instances = Stream.generate(() -> ProductionApplication.starting(environment))
                    .limit(3)
                    .toList();
            try {
                instances.forEach(ProductionApplication::awaitReady);
                assertThat(instances)
                        .allSatisfy(instance -> assertThat(instance.http()
                                        .as(CLERK, secret)
                                        .get("/engine-rest/task/count")
                                        .status())
                                .isEqualTo(200))
                        .allMatch(ProductionApplication::isAlive);
                countTogether(instances, secret);
                isSetUpOnce(database);
            } finally {
                instances.forEach(ProductionApplication::close);
            }
        }
    }

    /** Failed attempts on any of them lock the account on all. */
    private static void countTogether(List<ProductionApplication> instances, String password) {
        for (int attempt = 0; attempt < 5; attempt++) {
            instances.get(attempt % instances.size()).http().as(CLERK, "wrong").get("/engine-rest/task/count");
        }
        assertThat(instances)
                .allSatisfy(instance -> assertThat(instance.http()
                                .as(CLERK, password)
                                .get("/engine-rest/task/count")
                                .status())
                        .isEqualTo(401));
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
