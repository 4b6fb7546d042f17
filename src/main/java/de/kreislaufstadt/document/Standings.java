package de.kreislaufstadt.document;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.Visitors.VisibleTask;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out how the person of a request stands to a task, a measure or a document. */
@Component
class Standings {

    private final Visitors visitors;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final DepartmentChoice choice;
    private final DocumentTable documents;

    Standings(
            Visitors visitors,
            MeasureDirectory measures,
            DepartmentDirectory departments,
            DepartmentChoice choice,
            DocumentTable documents) {
        this.visitors = visitors;
        this.measures = measures;
        this.departments = departments;
        this.choice = choice;
        this.documents = documents;
    }

    /** @throws DocumentRefused if there is no such task, or the person may not see it */
    Standing atTask(String taskId) {
        Login login = login();
        // The engine shows tasks of the person's municipalities only.
        VisibleTask task = visitors.task(taskId)
                .filter(seen -> login.tenants().contains(seen.scope().municipality()))
                .orElseThrow(DocumentRefused::notFound);
        Person person = person(login, task.scope().municipality());
        Optional<Row> row = row(person, task.scope().measureId());
        return new Standing(
                person.municipality(),
                person.user(),
                person.departments(),
                task.scope().measureId(),
                task.scope().lead(),
                row.map(Row::role).orElse(null),
                task,
                successorIn(person));
    }

    /** @throws DocumentRefused if there is no such measure, or the person may not see it */
    Standing atMeasure(String number) {
        Person person = person();
        return at(person, measures.visibleTo(person.municipality(), number, person.departments(), person.everywhere()));
    }

    /** A document, and how the person stands to it. */
    record Seen(Document document, Standing standing) {}

    /**
     * @param taskId the task in which the person sees the document; null where it is seen with the measure
     * @throws DocumentRefused if there is no such document, or the person may not see it
     */
    Seen atDocument(UUID id, String taskId) {
        Standing atTask = taskId == null ? null : atTask(taskId);
        Person person = atTask == null ? person() : person(login(), atTask.municipality());
        Document document = documents.find(person.municipality(), id).orElseThrow(DocumentRefused::notFound);
        Standing standing = atTask == null ? at(person, row(person, document.measureId())) : atTask;
        if (!standing.sees(document)) {
            throw DocumentRefused.notFound();
        }
        return new Seen(document, standing);
    }

    private Standing at(Person person, Optional<Row> visible) {
        Row row = visible.orElseThrow(DocumentRefused::notFound);
        return new Standing(
                person.municipality(),
                person.user(),
                person.departments(),
                row.id(),
                row.lead(),
                row.role(),
                null,
                successorIn(person));
    }

    private UnaryOperator<String> successorIn(Person person) {
        return department -> choice.currentOf(person.municipality(), department);
    }

    private Optional<Row> row(Person person, UUID measure) {
        return measures.visibleTo(person.municipality(), measure, person.departments(), person.everywhere());
    }

    private Person person() {
        Login login = login();
        if (login.tenants().size() != 1) {
            throw DocumentRefused.notFound();
        }
        return person(login, login.tenants().get(0));
    }

    private Login login() {
        return visitors.current()
                .orElseThrow(() -> new DocumentRefused(HttpStatus.UNAUTHORIZED, "process.unauthenticated"));
    }

    private Person person(Login login, String municipality) {
        return new Person(
                municipality,
                login.user(),
                departments.departmentsOf(municipality, login.groups()),
                Role.of(login.groups(), login.tenants()).stream().anyMatch(Role::looksEverywhere));
    }

    private record Person(String municipality, String user, List<String> departments, boolean everywhere) {}
}
