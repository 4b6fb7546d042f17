package de.kreislaufstadt.imports;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.process.StepNames;
import de.kreislaufstadt.publication.TakingPart;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans imports into the records of a municipality. */
@Component
class Imports {

    private final Municipalities municipalities;
    private final Departments departments;
    private final MeasureImport imported;
    private final TakingPart participation;
    private final StepNames steps;

    Imports(
            Municipalities municipalities,
            Departments departments,
            MeasureImport imported,
            TakingPart participation,
            StepNames steps) {
        this.municipalities = municipalities;
        this.departments = departments;
        this.imported = imported;
        this.participation = participation;
        this.steps = steps;
    }

    /** @throws IllegalArgumentException if there is no such municipality */
    City city(String municipality) {
        return new City(
                municipality,
                municipalities.nameOf(municipality),
                imported.fieldsOfAction(municipality),
                departments.options(municipality).stream().collect(Collectors.toMap(Option::value, Option::label)),
                PastSteps.tasks().stream().collect(Collectors.toMap(task -> task, steps::nameOf)));
    }

    /** @return the measures of a city as they stand, in the order of their numbers */
    Iterable<KnownMeasures.Known> measures(City city) {
        return known(city).all();
    }

    /**
     * Says what an import would do and does nothing.
     *
     * @param declared encoding of text files as a person says it is, null if nobody was asked
     * @throws de.kreislaufstadt.form.FormRefused if a file cannot be read
     */
    ImportPlan plan(ImportSettings settings, List<SourceFile> files, Encoding declared) throws IOException {
        return plan(settings, files, declared, (done, total) -> {});
    }

    /** @param progress hears after each row how far it is */
    ImportPlan plan(ImportSettings settings, List<SourceFile> files, Encoding declared, Progress progress)
            throws IOException {
        KnownMeasures known = known(settings.city());
        List<SourceRecord> source = new Reading(Limits.USUAL, declared).records(files);
        return new Planner(settings, known).plan(Reading.drafts(source, settings, known.externalIds()), progress);
    }

    private MunicipalMeasures known(City city) {
        return new MunicipalMeasures(
                city.key(), imported, participation, department -> departments.currentOf(city.key(), department));
    }
}
