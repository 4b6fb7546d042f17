package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.round.RequestTable.Request;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.SystemProcesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives members their tasks, each in its own tenant. */
@Component
class RequestOpening {

    private final RequestTable requests;
    private final DepartmentDirectory departments;
    private final SystemProcesses processes;

    RequestOpening(RequestTable requests, DepartmentDirectory departments, SystemProcesses processes) {
        this.requests = requests;
        this.departments = departments;
        this.processes = processes;
    }

    /**
     * Opens planned requests of a round, which the caller holds; at most {@link RoundCourse#AT_ONCE}.
     *
     * @return whether there are more
     */
    boolean openNext(String office, ComponentRound round) {
        List<Request> planned = requests.in(office, round.id(), List.of(RequestState.PLANNED), RoundCourse.AT_ONCE + 1);
        List<UUID> ids = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        planned.stream().limit(RoundCourse.AT_ONCE).forEach(request -> {
            Optional<String> coordinator =
                    departments.departmentWithRole(request.municipality(), MembersOfRound.COORDINATION);
            if (coordinator.isEmpty()) {
                requests.unreachable(office, request.id());
                return;
            }
            ids.add(request.id());
            instances.add(begin(round, request, coordinator.get()));
        });
        requests.opened(office, ids, instances);
        return planned.size() > RoundCourse.AT_ONCE;
    }

    private String begin(ComponentRound round, Request request, String coordinator) {
        return processes.start(
                request.municipality(),
                RoundCourse.COMMENT_PROCESS,
                round.key(),
                Outcome.of("measureId", request.id())
                        .and("lead", coordinator)
                        .and("commentsUntil", round.commentsUntil()));
    }
}
