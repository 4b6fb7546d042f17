package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.SourceRecord.Part;
import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureRecord.Outline;
import de.kreislaufstadt.publication.TakingPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measures that are there, as tables name them. */
class MunicipalMeasuresTest {

    private static final int MANY = 450;

    @TempDir
    private Path folder;

    private final MeasureImport stored = mock(MeasureImport.class);
    private ImportingCity desk;

    @BeforeEach
    void a_city_has_many_measures_of_departments_that_have_ended() {
        desk = new ImportingCity(folder);
        desk.carryOut(desk.plan(desk.contract()));
        MeasureRecord record =
                withId("AZ 12/34", desk.known().get(0).record()).contributedBy(List.of("altes-bauamt", "klima"));
        Map<String, UUID> numbers = new LinkedHashMap<>();
        Map<UUID, MeasureImport.Known> all = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            UUID id = UUID.randomUUID();
            numbers.put("BS-%03d".formatted(i), id);
            all.put(
                    id,
                    new MeasureImport.Known(
                            id,
                            "BS-%03d".formatted(i),
                            "alte-stabsstelle",
                            desk.known().get(0).measure().state(),
                            1,
                            record,
                            List.of(),
                            List.of()));
        }
        when(stored.all("musterstadt")).thenReturn(numbers);
        when(stored.known(anyString(), any())).thenAnswer(call -> {
            Map<UUID, MeasureImport.Known> some = new HashMap<>();
            ((Collection<?>) call.getArgument(1)).forEach(id -> some.put((UUID) id, all.get(id)));
            return some;
        });
    }

    @Test
    void they_are_read_block_by_block_in_their_order() {
        List<String> read = new ArrayList<>();
        measures().all().forEach(known -> read.add(known.number()));

        assertThat(read).hasSize(MANY).isSorted();
        verify(stored, times(3)).known(anyString(), any());
    }

    @Test
    void departments_that_have_ended_are_called_by_those_that_do_their_work_and_reading_that_again_changes_nothing()
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableWriter(ImportingCity.CITY).csv(Part.TABLE, measures().all(), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Bauamt", "Stabsstelle Klima")
                .doesNotContain("altes-bauamt", "alte-stabsstelle");

        List<Draft> drafts = Reading.drafts(
                desk.records(List.of(desk.file("t.csv", out.toByteArray()))),
                ImportingCity.SETTINGS,
                measures().externalIds());
        // All of them have the id of the one they were made from.
        ImportPlan plan = new Planner(ImportingCity.SETTINGS, measures()).plan(drafts);
        assertThat(plan.rows())
                .hasSize(MANY)
                .allSatisfy(row -> assertThat(row.fate())
                        .as(
                                "%s",
                                row.fields().stream()
                                        .filter(field -> field.fate() != Fate.LEFT)
                                        .toList())
                        .isEqualTo(Fate.LEFT));
    }

    @Test
    void an_id_that_somebody_has_typed_into_a_form_stays_and_no_other_of_its_kind_comes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableWriter(ImportingCity.CITY)
                .csv(Part.TABLE, List.of(measures().all().iterator().next()), out);
        String table = out.toString(StandardCharsets.UTF_8);
        assertThat(fate(table)).isEqualTo(Fate.LEFT);
        assertThat(fate(table.replace("AZ 12/34", "AZ 56/78"))).isEqualTo(Fate.REFUSED);
        assertThat(fate(table.replace("BS-000", "BS-999"))).isEqualTo(Fate.REFUSED);
    }

    private Fate fate(String table) {
        List<Draft> drafts = Reading.drafts(
                desk.records(List.of(desk.file("t.csv", table, StandardCharsets.UTF_8))),
                ImportingCity.SETTINGS,
                measures().externalIds());
        return new Planner(ImportingCity.SETTINGS, measures())
                .plan(drafts)
                .rows()
                .get(0)
                .fate();
    }

    private static MeasureRecord withId(String id, MeasureRecord record) {
        Outline outline = record.outline();
        return new MeasureRecord(
                new Outline(
                        outline.title(),
                        outline.shortTitle(),
                        id,
                        outline.summary(),
                        outline.description(),
                        outline.fieldOfAction(),
                        outline.fieldOfActionOriginal(),
                        outline.type(),
                        outline.typeOriginal(),
                        outline.circularFields()),
                record.pathway(),
                record.responsibility(),
                record.schedule(),
                record.effects(),
                record.finance(),
                record.indicators(),
                record.sources());
    }

    private MunicipalMeasures measures() {
        return new MunicipalMeasures(
                "musterstadt",
                stored,
                mock(TakingPart.class),
                department -> Map.of("altes-bauamt", "bau", "alte-stabsstelle", "klima")
                        .getOrDefault(department, department));
    }
}
