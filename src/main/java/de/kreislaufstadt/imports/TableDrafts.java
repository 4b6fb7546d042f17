package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.SourceRecord.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the rows of the product's own tables together, one draft per measure. */
final class TableDrafts {

    private static final String NUMBER = "number ";
    private static final String ID = "id ";

    private final TableRules measures;
    private final ListRules lists;

    TableDrafts(ImportSettings settings) {
        this.measures = new TableRules(settings);
        this.lists = new ListRules(settings);
    }

    /** @return one draft per measure: its row, and those of the other tables that belong to it */
    List<Draft> drafts(List<SourceRecord> rows) {
        List<Draft> drafts = new ArrayList<>();
        Map<String, Draft> byKey = new HashMap<>();
        rows.stream().filter(row -> row.part() == Part.TABLE).forEach(row -> {
            Draft draft = draft(row);
            drafts.add(draft);
            draft.value(Target.NUMBER).ifPresent(number -> byKey.putIfAbsent(NUMBER + number, draft));
            byKey.putIfAbsent(ID + draft.id(), draft);
        });
        lists(rows, byKey, drafts);
        return drafts;
    }

    /** Rows of a measure stand together in their order, whatever stands between them in the file. */
    private void lists(List<SourceRecord> rows, Map<String, Draft> byKey, List<Draft> drafts) {
        Map<Draft, Map<Part, List<SourceRecord>>> found = new LinkedHashMap<>();
        rows.stream().filter(row -> row.part().isList()).forEach(row -> {
            String number = cell(row, ListColumn.NUMBER);
            String id = cell(row, ListColumn.ID);
            Draft draft = byKey.getOrDefault(NUMBER + number, byKey.get(ID + (id.isEmpty() ? number : id)));
            if (draft == null || number.isEmpty() && id.isEmpty()) {
                draft = beside(row, number, id);
                drafts.add(draft);
                byKey.put(number.isEmpty() ? ID + id : NUMBER + number, draft);
            }
            found.computeIfAbsent(draft, key -> new EnumMap<>(Part.class))
                    .computeIfAbsent(row.part(), key -> new ArrayList<>())
                    .add(row);
        });
        found.forEach((draft, parts) -> parts.forEach((part, same) -> lists.read(draft, part, same)));
    }

    /** A measure that only has rows in other tables: it is known by its number or its id. */
    private static Draft beside(SourceRecord row, String number, String id) {
        Draft draft = Draft.beside(id.isEmpty() ? number : id, row.position()).reading(row);
        if (number.isEmpty() && id.isEmpty()) {
            draft.refuse(Target.EXTERNAL_ID.path(), "", "imports.id.missing");
        } else if (!number.isEmpty()) {
            draft.supply(Target.NUMBER, number);
        }
        return draft;
    }

    private static String cell(SourceRecord row, String key) {
        return row.fields().stream()
                .filter(field ->
                        !field.isBlank() && ListRow.key(row.part(), field).equals(key))
                .map(field -> field.text().strip())
                .findFirst()
                .orElse("");
    }

    private Draft draft(SourceRecord row) {
        String id = text(row, Target.EXTERNAL_ID);
        String number = text(row, Target.NUMBER);
        Draft draft = new Draft(id.isEmpty() ? number : id, row.position());
        measures.read(row, draft);
        if (id.isEmpty() && number.isEmpty()) {
            draft.refuse(Target.EXTERNAL_ID.path(), "", "imports.id.missing");
        } else if (number.isEmpty() && !Contract.isId(id)) {
            draft.refuse(Target.EXTERNAL_ID.path(), id, "imports.id.characters");
        }
        return draft;
    }

    private static String text(SourceRecord row, Target target) {
        return row.fields().stream()
                .filter(field -> !field.isBlank()
                        && Column.find(field.path())
                                .filter(new Column(target, null)::equals)
                                .isPresent())
                .map(field -> field.text().strip())
                .findFirst()
                .orElse("");
    }
}
