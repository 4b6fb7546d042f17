package de.kreislaufstadt.imports;

import java.util.List;
import java.util.Optional;

/**
 * One record of one file.
 *
 * @param part which of the files it is from
 * @param position line of a table or place in a list, counted from 1 as people do
 * @param fields in the order of the file
 */
record SourceRecord(Part part, int position, List<SourceField> fields) {

    SourceRecord {
        fields = List.copyOf(fields);
    }

    /** Kinds of files. */
    enum Part {
        /** The measures of the contract with their 14 fields. */
        MEASURES,
        /** Short title, cost, state of the measures. */
        ADDITIONAL,
        /** Progress series of the measures. */
        PROGRESS,
        /** A table of the product's own shape, a row for each measure. */
        TABLE,
        /** What a measure is to be judged by, a row for each value. */
        INDICATORS,
        /** The finance plan, a row for each year. */
        PLAN,
        FUNDING,
        DECISIONS,
        REPORTS,
        SOURCES,
        /** Phases with their days, as the open data have them: the process knows them itself. */
        STEPS;

        /** @return whether it is a table of the product's own */
        boolean isOwn() {
            return ordinal() >= TABLE.ordinal();
        }

        /** @return whether it has several rows for one measure */
        boolean isList() {
            return isOwn() && this != TABLE;
        }
    }

    Optional<SourceField> field(String path) {
        return fields.stream().filter(field -> field.path().equals(path)).findFirst();
    }

    /** @return text of a field that says something */
    Optional<String> text(String path) {
        return field(path).filter(field -> !field.isBlank()).map(SourceField::text);
    }

    /** @return what the record calls itself; empty if it does not */
    String id() {
        return text("id").map(String::strip).orElse("");
    }
}
