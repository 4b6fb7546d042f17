package de.kreislaufstadt.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.ModelVersions;
import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.upgrade.Lift.Item;
import de.kreislaufstadt.upgrade.Lift.Run;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page of versions asks and does. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/models")
class LiftController {

    private final LiftDesk desk;
    private final ModelVersions models;
    private final Accounts accounts;
    private final Answers answers;

    LiftController(LiftDesk desk, ModelVersions models, Accounts accounts, Answers answers) {
        this.desk = desk;
        this.models = models;
        this.accounts = accounts;
        this.answers = answers;
    }

    /**
     * What is to be tried.
     *
     * @param from engine's id of the version whose instances are meant
     * @param to engine's id of the newer version; null for the newest one
     */
    record Wish(String from, String to) {}

    /** How far a run is, and what has become of its instances, in the reader's language. */
    record View(Run run, List<Line> items) {}

    /**
     * @param number of the measure, or key of what else the instance is about
     * @param steps at which it stands
     * @param why why it stays; absent where there is nothing to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String instance, String municipality, String number, String state, List<String> steps, String why) {}

    @GetMapping
    LiftDesk.Page page() {
        LiftDesk.Page page = desk.page();
        return new LiftDesk.Page(
                page.versions(), page.runs().stream().map(this::named).toList());
    }

    /** Tries what would become of every instance; nothing does. */
    @PostMapping("/lifts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> attempt(@RequestBody Wish wish) {
        if (wish.from() == null || wish.from().isBlank()) {
            throw FormRefused.at("from", "form.required");
        }
        return Map.of("id", desk.attempt(wish.from(), wish.to()));
    }

    /** Does what a dry run has shown. */
    @PostMapping("/lifts/{id}/apply")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> apply(@PathVariable UUID id) {
        return Map.of("id", desk.apply(id));
    }

    @GetMapping("/lifts/{id}")
    View report(@PathVariable UUID id, HttpServletRequest request) {
        Lift lift = desk.report(id);
        Map<String, String> names = new HashMap<>();
        return new View(
                named(lift.run()),
                lift.items().stream()
                        .map(item -> line(lift.run(), item, names, request))
                        .toList());
    }

    @PostMapping("/lifts/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        desk.cancel(id);
    }

    private Line line(Run run, Item item, Map<String, String> names, HttpServletRequest request) {
        return new Line(
                item.instance(),
                item.municipality(),
                item.businessKey(),
                item.state(),
                named(run, item.steps(), names),
                item.problem() == null
                        ? null
                        : answers.problem(
                                        item.state(),
                                        item.problem(),
                                        Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                                        String.join(", ", named(run, item.inTheWay(), names)))
                                .message());
    }

    private List<String> named(Run run, List<String> elements, Map<String, String> names) {
        return elements.stream()
                .map(one -> names.computeIfAbsent(one, id -> models.stepName(run.from(), id)))
                .toList();
    }

    private Run named(Run run) {
        return new Run(
                run.id(),
                run.trial(),
                run.process(),
                run.from(),
                run.fromVersion(),
                run.to(),
                run.toVersion(),
                accounts.nameOf(run.begunBy()),
                run.begunAt(),
                run.finishedAt(),
                run.total(),
                run.done(),
                run.refused(),
                run.leftOut(),
                run.open());
    }
}
