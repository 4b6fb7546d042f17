package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.PersonalTexts;
import de.kreislaufstadt.process.TextColumns;
import de.kreislaufstadt.support.ApplicationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever adds a table, a column or a code by which a person can be found says in {@code messages/datawords.properties} what
 * people call it: what is stored of somebody has to be told so that they understand it (Art. 12 DSGVO).
 */
@ApplicationTest
class DataWordsTest {

    /** Said of every row beside its content, or about no person. */
    private static final Set<String> BESIDE =
            Set.of("purpose", "legal_basis", "delete_on", "municipality_id", "created_at");

    private static final Pattern CODE = Pattern.compile("'([A-Za-z_]+)'::text");

    @Autowired
    private List<PersonalData> modules;

    @Autowired
    private JdbcClient jdbc;

    private record Column(String table, String name) {}

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyTableInWhichAPersonCanBeFoundHasAName(String language) {
        Set<String> tables = new TreeSet<>(ownTables());
        textTables().forEach(table -> tables.add(DataWords.bare(table.name())));

        assertThat(tables).hasSizeGreaterThan(100).contains("workshop_invitation", "act_ru_task");
        assertThat(tables)
                .as("messages/datawords.properties: table.<table>")
                .allMatch(table -> in(language, () -> DataWords.table(table).isPresent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyColumnThatIsShownHasAName(String language) {
        List<Column> columns = new ArrayList<>(columnsOfOwnTables());
        textTables().forEach(table -> {
            table.texts().forEach(column -> columns.add(new Column(table.name(), column)));
            table.users().forEach(column -> columns.add(new Column(table.name(), column)));
        });

        assertThat(columns).hasSizeGreaterThan(300);
        assertThat(columns)
                .as("messages/datawords.properties: column.<column> or column.<table>.<column>, - if technical only")
                .allMatch(column -> in(
                        language,
                        () -> DataWords.isTechnical(column.table(), column.name())
                                || DataWords.column(column.table(), column.name())
                                        .isPresent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyCodeThatTheSchemaAllowsHasAMeaning(String language) {
        List<String> without = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        columnsOfOwnTables()
                .forEach(column -> codesOf(column).forEach(code -> {
                    codes.add(code);
                    if (in(
                            language,
                            () -> DataWords.value(column.table(), column.name(), code)
                                    .isEmpty())) {
                        without.add(column.table() + "." + column.name() + "." + code);
                    }
                }));

        assertThat(codes).contains("WAITING_LIST", "ESCALATED", "de");
        assertThat(without)
                .as("messages/datawords.properties: value.<column>.<code> or value.<table>.<column>.<code>")
                .isEmpty();
    }

    /** Tables whose rows are told as a whole. */
    private Set<String> ownTables() {
        return modules.stream()
                .filter(module -> !(module instanceof PersonalTexts))
                .flatMap(module -> module.tables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<TextColumns.Table> textTables() {
        return modules.stream()
                .filter(PersonalTexts.class::isInstance)
                .flatMap(module -> ((PersonalTexts) module).searched().stream())
                .toList();
    }

    private List<Column> columnsOfOwnTables() {
        return jdbc
                .sql("select table_name, column_name from information_schema.columns"
                        + " where table_schema = 'kreislaufstadt' and table_name in (:tables)"
                        + " and data_type not in ('uuid', 'bytea') order by 1, 2")
                .param("tables", ownTables())
                .query((row, i) -> new Column(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(column -> !BESIDE.contains(column.name()))
                .filter(column -> !column.name().equals("source"))
                .toList();
    }

    private List<String> codesOf(Column column) {
        return jdbc
                .sql("""
                        select pg_get_constraintdef(k.oid) from pg_constraint k
                        join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
                        where k.contype = 'c' and k.conrelid = format('kreislaufstadt.%I', cast(:table as text))::regclass
                          and a.attname = :column
                        """)
                .param("table", column.table())
                .param("column", column.name())
                .query(String.class)
                .list()
                .stream()
                .filter(check -> !check.contains("~") && !check.contains("jsonb_typeof"))
                .flatMap(check -> CODE.matcher(check).results())
                .map(code -> code.group(1))
                .toList();
    }

    private static boolean in(String language, java.util.function.BooleanSupplier asked) {
        return ReadersLanguage.in(Locale.forLanguageTag(language), asked::getAsBoolean);
    }
}
