package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaMethod;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.OwnClasses;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Scheduled work is done by one node at a time, unless it is about the node itself. */
@ApplicationTest
class OneNodeAtATimeTest {

    @Autowired
    DataSource database;

    @Autowired
    List<ScheduledTaskHolder> holders;

    private final List<String> done = new ArrayList<>();

    @Test
    void whoComesWhileAnotherIsAtItLeavesItToThem() {
        OneNodeAtATime.alone(
                "work",
                () -> {
                    done.add("first");
                    OneNodeAtATime.alone("work", () -> done.add("second"), database);
                    OneNodeAtATime.alone("other work", () -> done.add("other"), database);
                },
                database);
        OneNodeAtATime.alone("work", () -> done.add("later"), database);

        assertThat(done).containsExactly("first", "other", "later");
    }

    @Test
    void workThatFailsLeavesNoLock() {
        assertThatThrownBy(() -> OneNodeAtATime.alone(
                        "failing",
                        () -> {
                            throw new IllegalStateException("failed");
                        },
                        database))
                .isInstanceOf(IllegalStateException.class);

        OneNodeAtATime.alone("failing", () -> done.add("again"), database);
        assertThat(done).containsExactly("again");
    }

    /** Whoever adds scheduled work for every node says here why it is about the node. */
    @Test
    void onlyWorkAboutTheNodeItselfIsDoneByEvery() {
        List<JavaMethod> scheduled = OwnClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class))
                .toList();
        long running = holders.stream()
                .mapToLong(holder -> holder.getScheduledTasks().size())
                .sum();

        assertThat(running).as("scheduled work of the running application").isGreaterThan(12);
        assertThat(scheduled).hasSizeGreaterThanOrEqualTo((int) running);
        assertThat(scheduled.stream()
                        .filter(method -> method.isAnnotatedWith(EveryNode.class))
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName()))
                .containsExactlyInAnyOrder(
                        // Its copy in memory.
                        "DeputyRegister.renew",
                        // Which files it is configured with; a lock of its own.
                        "MunicipalityFiles.applyForTheNewDay",
                        // Its log file.
                        "NotedHeads.note",
                        // Its disk.
                        "Spool.tidy");
    }
}
