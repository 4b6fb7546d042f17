package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.round.RequestTable.Counts;
import de.kreislaufstadt.association.round.RequestTable.Request;
import de.kreislaufstadt.process.SystemProcesses;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads a round from one state to the next, together with its processes. Whoever calls it holds the round. */
@Component
class RoundCourse {

    static final String PROCESS = "association-model";
    static final String COMMENT_PROCESS = "component-comment";

    /** So many processes of members begin or end in one job. */
    static final int AT_ONCE = 50;

    private static final String COMPLETE = "comments-complete";
    private static final String CANCELLED = "round-cancelled";
    private static final String WITHDRAWN = "comment-withdrawn";
    private static final int PERCENT = 100;

    private final RoundTable rounds;
    private final RequestTable requests;
    private final EventTable events;
    private final SystemProcesses processes;

    RoundCourse(RoundTable rounds, RequestTable requests, EventTable events, SystemProcesses processes) {
        this.rounds = rounds;
        this.requests = requests;
        this.events = events;
        this.processes = processes;
    }

    /** @return what closes the comments as things stand; empty while there is somebody to wait for */
    Optional<ClosedBy> enough(String office, ComponentRound round) {
        Counts counts = requests.counts(office, round.id());
        if (counts.answered() == 0) {
            return Optional.empty();
        }
        if (counts.waiting() == 0) {
            return Optional.of(ClosedBy.ALL);
        }
        boolean reached = round.completion() == Completion.SHARE
                && counts.answered() * PERCENT >= round.share() * counts.reachable();
        return reached ? Optional.of(ClosedBy.SHARE) : Optional.empty();
    }

    /** Closes the comments if enough members have answered and the process waits for it. */
    void closeIfEnough(String office, ComponentRound round) {
        if (round.state() == RoundState.COMMENTING) {
            enough(office, round).ifPresent(by -> {
                closed(office, round, by);
                events.note(office, round.id(), RoundEvent.CLOSED, by.name());
                processes.tell(round.instance(), COMPLETE);
            });
        }
    }

    /** The office closes the comments of a round whose process waits. */
    void closedByOffice(String office, ComponentRound round) {
        closed(office, round, ClosedBy.OFFICE);
        processes.tell(round.instance(), COMPLETE);
    }

    /** Nobody answers any more; the process goes on by itself. */
    void closed(String office, ComponentRound round, ClosedBy by) {
        rounds.closing(office, round.id(), by);
    }

    /** The round ends without version. */
    void cancelled(ComponentRound round) {
        processes.tell(round.instance(), CANCELLED);
    }

    /** Members need not answer any more. */
    void withdraw(List<Request> those) {
        those.stream()
                .filter(request -> request.instance() != null)
                .forEach(request -> processes.tell(request.instance(), WITHDRAWN));
    }

    /**
     * Ends requests without answer, a bounded number at a time.
     *
     * @param as what becomes of them
     * @return whether there are more
     */
    boolean endWaiting(String office, ComponentRound round, RequestState as) {
        List<Request> waiting =
                requests.in(office, round.id(), List.of(RequestState.PLANNED, RequestState.OPEN), AT_ONCE + 1);
        List<Request> now = waiting.stream().limit(AT_ONCE).toList();
        withdraw(now);
        requests.ended(office, now.stream().map(Request::id).toList(), as);
        return waiting.size() > AT_ONCE;
    }
}
