package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Leaves out of a measure's own page what its reader may not read, and says so in its place. */
@Component
class ReadableFields {

    private static final String CLIMATE_UNIT = "CLIMATE_UNIT";

    /** Where the page shows a field: its component by the key of the field. */
    private static final Map<String, String> PLACES = Map.of(
            "description", "description",
            "responsibleBody", "responsibleBody",
            "begin", "begin",
            "end", "end",
            "plannedUntil", "plannedUntil",
            "stateReason", "stateReason");

    /** Lists of the page that hold a field. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "contributing", List.of("contributing"),
            "partners", List.of("contributing"),
            "decisions", List.of("decisions", "conditions"),
            "statusReports", List.of("statusReports"));

    private final ObjectProvider<FieldVisibility> visibility;
    private final DepartmentDirectory departments;
    private final Texts texts = Texts.of("measure");

    ReadableFields(ObjectProvider<FieldVisibility> visibility, DepartmentDirectory departments) {
        this.visibility = visibility;
        this.departments = departments;
    }

    /** @return the details as far as the reader may read them */
    Map<String, Object> of(String municipality, Measure measure, Reader reader, Map<String, Object> details) {
        Visibility level = level(municipality, measure, reader);
        Set<String> withheld = visibility.getObject().of(municipality).entrySet().stream()
                .filter(field -> !level.mayRead(field.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (withheld.isEmpty()) {
            return details;
        }
        Map<String, Object> readable = new LinkedHashMap<>(details);
        PLACES.forEach((field, place) -> {
            if (withheld.contains(field) && readable.get(place) != null) {
                readable.put(place, notForYou());
            }
        });
        LISTS.forEach((field, places) -> {
            if (withheld.contains(field)) {
                places.forEach(place -> readable.put(place, List.of()));
            }
        });
        Set<String> labels = withheld.stream()
                .map(field -> texts.getOr("measure.field." + field, field))
                .collect(Collectors.toSet());
        readable.put("versions", each(readable.get("versions"), version -> {
            List<Object> fields = new ArrayList<>();
            for (Object field : (List<?>) version.get("fields")) {
                VersionFields.Field line = (VersionFields.Field) field;
                fields.add(labels.contains(line.label()) ? new VersionFields.Field(line.label(), notForYou()) : line);
            }
            version.put("fields", fields);
        }));
        readable.put("statusReports", each(readable.get("statusReports"), report -> {
            for (String part : List.of("planNextYear", "assessment")) {
                if (withheld.contains(part) && report.get(part) != null) {
                    report.put(part, notForYou());
                }
            }
        }));
        return readable;
    }

    /** The reader's own departments say what the measure is to them. */
    private Visibility level(String municipality, Measure measure, Reader reader) {
        boolean climateUnit = departments
                .departmentWithRole(municipality, CLIMATE_UNIT)
                .filter(reader.departments()::contains)
                .isPresent();
        if (reader.everywhere() || climateUnit || reader.departments().contains(measure.lead())) {
            return Visibility.INTERNAL;
        }
        // Whoever belongs to no department comes from outside and is no part of the city group, whatever they work on
        // here.
        if (reader.departments().isEmpty()) {
            return Visibility.PUBLIC;
        }
        boolean contributes = reader.departments().stream().anyMatch(measure.contributing()::contains);
        return contributes || reader.worksOnIt() ? Visibility.DEPARTMENT : Visibility.CITY_GROUP;
    }

    private static List<Map<String, Object>> each(Object entries, Consumer<Map<String, Object>> change) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object entry : (List<?>) entries) {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) entry).forEach((key, value) -> copy.put((String) key, value));
            change.accept(copy);
            all.add(copy);
        }
        return all;
    }

    private String notForYou() {
        return texts.get("measure.withheld");
    }
}
