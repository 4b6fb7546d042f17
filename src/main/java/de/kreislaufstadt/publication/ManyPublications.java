package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Completions;
import de.kreislaufstadt.process.Intervention;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.publication.PublicationTable.Row;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import de.kreislaufstadt.released.ReleasedMeasure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Publishing a selection of measures, in two batches of two people: one begins and so prepares, another one releases. Whatever has
 * something to be looked at stays a task of its own.
 */
final class ManyPublications {

    private ManyPublications() {}

    /** What both have in common: they are about measures, by their numbers. */
    private interface OfMeasures extends Intervention {

        @Override
        default boolean inBatches() {
            return true;
        }

        @Override
        default List<String> itemsOf(String municipality, String number) {
            return List.of(number);
        }
    }

    /** Begins the publication; where nothing is found, whoever begins it has prepared the version. */
    @Component
    static class Beginning implements OfMeasures {

        private final PublicationDesk desk;
        private final PublicationTable table;
        private final Verdict verdict;

        Beginning(PublicationDesk desk, PublicationTable table, Verdict verdict) {
            this.desk = desk;
            this.table = table;
            this.verdict = verdict;
        }

        @Override
        public String kind() {
            return "PUBLISH";
        }

        @Override
        public void carryOut(String item, Wish wish, Login who) {
            desk.beginPrepared(item, who);
        }

        @Override
        public Optional<Remark> remark(String item, Login who) {
            String municipality = who.tenants().get(0);
            UUID measure = desk.measure(item, who);
            return table.find(municipality, measure)
                    .map(row -> row.waitsFor() == Wait.RELEASE
                            ? new Remark("publication.many.toRelease", List.of())
                            : new Remark("publication.many.toLead", List.of(found(municipality, measure, row))));
        }

        private int found(String municipality, UUID measure, Row row) {
            return verdict.findings(municipality, measure, row.candidate(), row.confirmed())
                            .size()
                    + Verdict.unsourced(row.candidate()).size();
        }
    }

    /** Releases versions in which nothing was found, with the rights of whoever could complete the task of each. */
    @Component
    static class Release implements OfMeasures {

        private final PublicationDesk desk;
        private final PublicationTable table;
        private final Verdict verdict;
        private final OpenTasks tasks;
        private final Completions completions;

        Release(
                PublicationDesk desk,
                PublicationTable table,
                Verdict verdict,
                OpenTasks tasks,
                Completions completions) {
            this.desk = desk;
            this.table = table;
            this.verdict = verdict;
            this.tasks = tasks;
            this.completions = completions;
        }

        @Override
        public String kind() {
            return "RELEASE_VERSION";
        }

        @Override
        public void carryOut(String item, Wish wish, Login who) {
            String municipality = who.tenants().get(0);
            UUID measure = desk.measure(item, who);
            Row row = table.find(municipality, measure)
                    .filter(one -> one.waitsFor() == Wait.RELEASE)
                    .orElseThrow(() -> new InterventionRefused(Cause.CONFLICT, "publication.many.nothingWaits"));
            requireNothingFound(municipality, measure, row.candidate());
            String task = Optional.ofNullable(
                            tasks.ofInstances(List.of(row.instance())).get(row.instance()))
                    .map(OpenTasks.OpenTask::id)
                    .orElseThrow(() -> new InterventionRefused(Cause.CONFLICT, "publication.many.nothingWaits"));
            completions.complete(task, Map.of("result", ReleasePublication.Result.RELEASE), who);
        }

        /** A name that somebody says is nobody's wants to be looked at by a second person, in its task. */
        private void requireNothingFound(String municipality, UUID measure, ReleasedMeasure version) {
            int found =
                    verdict.findings(municipality, measure, version, List.of()).size()
                            + Verdict.unsourced(version).size();
            if (found > 0) {
                throw new InterventionRefused(Cause.CONFLICT, "publication.many.found", found);
            }
        }
    }
}
