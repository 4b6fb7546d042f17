package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A city that imports files, without database. */
final class ImportingCity {

    static final LocalDate AS_OF = LocalDate.of(2024, 3, 26);
    static final Source SOURCE = new Source("Klimastadtvertrag", "B-2.2", AS_OF, null);

    static final City CITY = new City(
            "musterstadt",
            "Stadt Musterstadt",
            Map.of(
                    "BUILDING", "Bauen und Sanieren",
                    "EDUCATION_FOOD", "Bildung und Ernährung",
                    "ECONOMY_SCIENCE", "Wirtschaft und Wissenschaft",
                    "CIVIC", "Stadtgesellschaftliche Projekte"),
            Map.of("klima", "Stabsstelle Klima", "bau", "Bauamt"),
            Map.of("analyse-stakeholders", "Stakeholder analysieren", "confirm-workshop", "Durchführung bestätigen"));

    static final ImportSettings SETTINGS = new ImportSettings(
            CITY, SOURCE, "klima", AS_OF, BudgetRelation.NONE, SpatialScope.CITY, MeasureState.IMPLEMENTATION);

    private final List<KnownMeasures.Known> known = new ArrayList<>();
    private final Path folder;

    /** @param folder where files are put */
    ImportingCity(Path folder) {
        this.folder = folder;
    }

    /** The municipality has these measures, as if the plan had been carried out. */
    void carryOut(ImportPlan plan) {
        for (ImportPlan.Row row : plan.rows()) {
            if (row.next() != null && row.measure() == null) {
                known.add(new KnownMeasures.Known(
                        new MeasureImport.Known(
                                UUID.randomUUID(),
                                row.number() == null ? "XX-%02d".formatted(known.size() + 1) : row.number(),
                                row.next().begin().lead(),
                                row.next().begin().state(),
                                1,
                                row.next().record(),
                                row.next().reports(),
                                row.next().begin().decisions()),
                        row.next().participation()));
            }
        }
    }

    List<KnownMeasures.Known> known() {
        return known;
    }

    SourceFile file(String name, byte[] content) {
        try {
            return new SourceFile(name, Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SourceFile file(String name, String content, Charset charset) {
        return file(name, content.getBytes(charset));
    }

    /** The files of a small contract with the defects of real ones. */
    List<SourceFile> contract() {
        return Stream.of("measures.json", "additional_data.json", "implementations.json")
                .map(name -> new SourceFile(name, Path.of("src", "test", "resources", "imports", name)))
                .toList();
    }

    List<SourceRecord> records(List<SourceFile> files) {
        try {
            return new Reading(Limits.USUAL, null).records(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportPlan plan(SourceFile... files) {
        return plan(List.of(files));
    }

    ImportPlan plan(List<SourceFile> files) {
        KnownMeasures measures = measures();
        List<Draft> drafts = Reading.drafts(records(files), SETTINGS, measures.externalIds());
        return new Planner(SETTINGS, measures).plan(drafts);
    }

    /** A table of the product's own with one row. */
    SourceFile row(Map<String, String> cells) {
        String head = cells.keySet().stream().map(ImportingCity::quoted).collect(Collectors.joining(","));
        String row = cells.values().stream().map(ImportingCity::quoted).collect(Collectors.joining(","));
        return file("tabelle.csv", head + "\r\n" + row + "\r\n", StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private KnownMeasures measures() {
        return new KnownMeasures() {
            @Override
            public Set<String> externalIds() {
                return known.stream()
                        .map(measure -> measure.record().outline().externalId())
                        .collect(Collectors.toSet());
            }

            @Override
            public Optional<UUID> byExternalId(String id) {
                return known.stream()
                        .filter(measure -> id.equals(measure.record().outline().externalId()))
                        .map(Known::id)
                        .findFirst();
            }

            @Override
            public Optional<UUID> byNumber(String number) {
                return known.stream()
                        .filter(measure -> measure.number().equals(number))
                        .map(Known::id)
                        .findFirst();
            }

            @Override
            public Map<UUID, Known> read(Collection<UUID> measures) {
                return known.stream()
                        .filter(measure -> measures.contains(measure.id()))
                        .collect(Collectors.toMap(Known::id, measure -> measure));
            }
        };
    }
}
