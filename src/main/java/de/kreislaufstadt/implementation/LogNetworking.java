package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records how the economic development agency has connected a project with others. */
@Component
class LogNetworking implements TaskHandler<NetworkingForm> {

    private final ProjectTable projects;
    private final NetworkingTable log;
    private final Clock clock;

    LogNetworking(ProjectTable projects, NetworkingTable log, Clock clock) {
        this.projects = projects;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "log-networking";
    }

    @Override
    public Class<NetworkingForm> form() {
        return NetworkingForm.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Project project = projects.of(task);
        OffsetDateTime since = log.lastEntry(task).orElse(project.createdAt());
        LocalDate day = since.atZoneSameInstant(clock.getZone()).toLocalDate();
        return Map.of("projectTitle", Markdown.escape(project.title()), "since", Markdown.escape(GermanText.date(day)));
    }

    @Override
    public Outcome complete(TaskContext task, NetworkingForm form) {
        Problems problems = new Problems();
        boolean explained = !form.contacts().isEmpty() || form.note() != null;
        problems.check(explained, "note", "implementation.networking.empty");
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < form.contacts().size(); i++) {
            boolean past = !form.contacts().get(i).contactOn().isAfter(today);
            problems.check(past, "contacts[" + i + "].contactOn", "implementation.networking.future");
        }
        problems.throwIfAny();
        log.add(task, form);
        return Outcome.none();
    }
}
