package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether somebody may work on a task is answered as the engine answers it, whatever is granted and revoked to whom. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantChecksTest {

    private static final String USER = "grant-checks-user";
    private static final List<String> GROUPS = List.of("grant-checks-one", "grant-checks-two");
    private static final List<String> SUBJECTS =
            List.of(USER, "grant-checks-else", "grant-checks-one", "grant-checks-two", "grant-checks-three");
    private static final String TASK = "grant-checks-task";
    private static final String PROCESS = "grant-checks-process";
    private static final List<Integer> RIGHTS = List.of(
            0,
            Permissions.READ.getValue(),
            Permissions.UPDATE.getValue(),
            Permissions.TASK_WORK.getValue(),
            Permissions.UPDATE_TASK.getValue(),
            Permissions.ALL.getValue());
    private static final int WORLDS = 400;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final Random random = new Random(7);

    @Test
    void whatIsGrantedAndRevokedInAnyWaySaysTheSameAsByTheEnginesOwnQuestion() {
        int allowed = 0;
        int refused = 0;
        for (int world = 0; world < WORLDS; world++) {
            Boolean may = transactions.execute(status -> {
                status.setRollbackOnly();
                int rows = 1 + random.nextInt(5);
                for (int row = 0; row < rows; row++) {
                    grantOrRevoke();
                }
                return compared();
            });
            if (Boolean.TRUE.equals(may)) {
                allowed++;
            } else {
                refused++;
            }
        }
        assertThat(List.of(allowed, refused)).allMatch(count -> count > WORLDS / 10);
    }

    private boolean compared() {
        boolean first = false;
        for (Supplier<CompositePermissionCheck> check : List.<Supplier<CompositePermissionCheck>>of(
                GrantChecksTest::both, GrantChecksTest::only, GrantChecksTest::working)) {
            first = ask(check, true);
            assertThat(first).isEqualTo(ask(check, false));
        }
        return first;
    }

    private boolean ask(Supplier<CompositePermissionCheck> check, boolean ours) {
        return engine.getCommandExecutorTxRequired().execute(command -> {
            AuthorizationManager asked = ours ? command.getAuthorizationManager() : new AuthorizationManager();
            return asked.isAuthorized(USER, GROUPS, check.get());
        });
    }

    /** What claiming and completing ask. */
    private static CompositePermissionCheck working() {
        return new PermissionCheckBuilder()
                .disjunctive()
                .atomicCheckForResourceId(Resources.TASK, TASK, Permissions.TASK_WORK)
                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, PROCESS, Permissions.TASK_WORK)
                .atomicCheckForResourceId(Resources.TASK, TASK, Permissions.UPDATE)
                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, PROCESS, Permissions.UPDATE_TASK)
                .build();
    }

    private static CompositePermissionCheck only() {
        return new PermissionCheckBuilder()
                .disjunctive()
                .atomicCheckForResourceId(Resources.TASK, TASK, TaskPermissions.READ)
                .build();
    }

    private static CompositePermissionCheck both() {
        return new PermissionCheckBuilder()
                .conjunctive()
                .atomicCheckForResourceId(Resources.TASK, TASK, Permissions.UPDATE)
                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, PROCESS, ProcessDefinitionPermissions.READ)
                .build();
    }

    /** Grants are more frequent than revocations, and a person's more than everybody's. */
    private void grantOrRevoke() {
        int type = random.nextInt(20) == 0 ? 0 : random.nextInt(3) == 0 ? 2 : 1;
        String subject = type == 0 ? "*" : one(SUBJECTS);
        boolean group = GROUPS.contains(subject) || "grant-checks-three".equals(subject);
        boolean ofTask = random.nextInt(3) > 0;
        jdbc.sql("""
                        insert into camunda.act_ru_authorization (id_, rev_, type_, user_id_, group_id_, resource_type_, resource_id_, perms_)
                        values (:id, 1, :type, :user, :group, :resource, :of, :rights) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("type", type)
                .param("user", group ? null : subject, java.sql.Types.VARCHAR)
                .param("group", group ? subject : null, java.sql.Types.VARCHAR)
                .param("resource", (ofTask ? Resources.TASK : Resources.PROCESS_DEFINITION).resourceType())
                .param("of", random.nextInt(4) == 0 ? "*" : ofTask ? one(List.of(TASK, "another")) : PROCESS)
                .param("rights", one(RIGHTS))
                .update();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
