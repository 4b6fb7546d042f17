package de.kreislaufstadt.document;

import de.kreislaufstadt.document.Document.Version;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.TaskNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Documents as the panel in a task and the measure's page show them. */
@Component
class DocumentPages {

    private final DocumentTable documents;
    private final DepartmentDirectory departments;
    private final Accounts accounts;
    private final TaskNames tasks;
    private final DocumentSettings settings;

    DocumentPages(
            DocumentTable documents,
            DepartmentDirectory departments,
            Accounts accounts,
            TaskNames tasks,
            DocumentSettings settings) {
        this.documents = documents;
        this.departments = departments;
        this.accounts = accounts;
        this.tasks = tasks;
        this.settings = settings;
    }

    /**
     * What is shown at one place.
     *
     * @param suggestedKind of a new document
     * @param endings of the files that are taken
     * @param documents those that matter in the step; all of them on the measure's page
     * @param others the measure's other documents, empty on the measure's page
     * @param deleted those that the person may restore
     */
    record Page(
            boolean mayAttach,
            DocumentKind suggestedKind,
            long largest,
            List<String> endings,
            List<Entry> documents,
            List<Entry> others,
            List<Entry> deleted) {}

    /** One document; null for what does not apply. */
    record Entry(
            String id,
            DocumentKind kind,
            String name,
            String step,
            String department,
            boolean mayChange,
            LocalDate deletedUntil,
            String deletedBy,
            List<File> versions) {}

    /** One version, newest first in its list. */
    record File(int number, String name, String type, long size, Instant at, String by) {}

    Page page(Standing standing) {
        UnaryOperator<String> names = new NamesOnce();
        List<Document> seen = documents.of(standing.municipality(), standing.measure()).stream()
                .filter(standing::sees)
                .sorted(Comparator.comparing(
                                (Document document) -> document.latest().at())
                        .reversed())
                .toList();
        Predicate<Document> kept = document -> !document.isDeleted();
        Predicate<Document> first = document -> standing.task() == null || standing.matters(document);
        return new Page(
                standing.mayAttach(),
                standing.step() == null
                        ? DocumentKind.OTHER
                        : DocumentKind.suggestedFor(standing.step().task()),
                settings.largest().toBytes(),
                FileType.allEndings(),
                entries(seen, standing, names, kept.and(first)),
                entries(seen, standing, names, kept.and(first.negate())),
                entries(
                        seen,
                        standing,
                        names,
                        document -> document.isDeleted()
                                && !document.deletion().contentGone()
                                && standing.mayChange(document)));
    }

    Entry entry(Document document, Standing standing) {
        return entry(document, standing, accounts::nameOf);
    }

    private Entry entry(Document document, Standing standing, UnaryOperator<String> names) {
        return new Entry(
                document.id().toString(),
                document.kind(),
                document.latest().name(),
                nameOf(document.step()),
                departments.nameOf(standing.municipality(), document.department()),
                standing.mayChange(document),
                document.isDeleted() ? document.deletion().until() : null,
                document.isDeleted() ? names.apply(document.deletion().by()) : null,
                document.versions().stream()
                        .sorted(Comparator.comparingInt(Version::number).reversed())
                        .map(version -> file(version, names))
                        .toList());
    }

    private String nameOf(Document.Step step) {
        return step == null ? null : tasks.task(step.task(), step.name());
    }

    private List<Entry> entries(
            List<Document> all, Standing standing, UnaryOperator<String> names, Predicate<Document> wanted) {
        return all.stream()
                .filter(wanted)
                .map(document -> entry(document, standing, names))
                .toList();
    }

    private static File file(Version version, UnaryOperator<String> names) {
        return new File(
                version.number(),
                version.name(),
                FileType.ofMediaType(version.mediaType()).label(),
                version.size(),
                version.at(),
                names.apply(version.by()));
    }

    /** The same few people have attached most of what a page shows. */
    private final class NamesOnce implements UnaryOperator<String> {

        private final Map<String, String> known = new HashMap<>();

        @Override
        public String apply(String user) {
            return known.computeIfAbsent(user, accounts::nameOf);
        }
    }
}
