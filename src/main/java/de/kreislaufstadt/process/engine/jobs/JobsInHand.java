package de.kreislaufstadt.process.engine.jobs;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs that this node has queued or is running, and their locks. A lock is short, and prolonged as long as its job is in
 * hand: what a dead node had, or what was locked and then lost on the way, is free again when the lock is over.
 */
final class JobsInHand {

    /** A row that somebody is changing is left alone: it is the end of this very job, or its lock is being taken. */
    private static final String PROLONG = """
            update camunda.act_ru_job set lock_exp_time_ = :until
            where id_ in (select id_ from camunda.act_ru_job where id_ in (:jobs) and lock_owner_ = :owner
                          for update skip locked)
            """;

    private final Set<String> jobs = ConcurrentHashMap.newKeySet();
    private final JdbcClient jdbc;
    private final String owner;
    private final Duration lock;

    /**
     * @param owner what the engine writes into the locks of this node, different for every start
     * @param lock how long a lock lasts from when it is taken or prolonged
     */
    JobsInHand(JdbcClient jdbc, String owner, Duration lock) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.lock = lock;
    }

    /** @return those that were not in hand before */
    List<String> take(Collection<String> some) {
        return some.stream().filter(jobs::add).toList();
    }

    void leave(Collection<String> some) {
        some.forEach(jobs::remove);
    }

    /** Lets the locks of all jobs in hand last as long from now as a new one would, if they are still this node's. */
    void prolong() {
        List<String> all = new ArrayList<>(jobs);
        if (!all.isEmpty()) {
            // By the clock that the engine holds locks against.
            Timestamp until =
                    Timestamp.from(ClockUtil.getCurrentTime().toInstant().plus(lock));
            jdbc.sql(PROLONG)
                    .param("until", until)
                    .param("jobs", all)
                    .param("owner", owner)
                    .update();
        }
    }
}
