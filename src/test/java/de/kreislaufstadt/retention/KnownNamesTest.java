package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.PersonalTable;
import de.kreislaufstadt.process.PersonalTexts;
import de.kreislaufstadt.publication.KnownNames;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is named in a column of the database is recognised in a text that is about to become public. */
@ApplicationTest
class KnownNamesTest {

    private static final Pattern CALLED = Pattern.compile(".*\\b(Name|Ansprechperson|Ersatz|Vertretung)\\b.*");

    /**
     * Columns that people call a name and in which nobody is named: departments, organisations, bodies, files, figures; and ids of
     * accounts, whose names are known.
     */
    private static final Set<String> NOBODYS = Set.of(
            "association.name",
            "association_member.name",
            "association_partner.name",
            "circular_activity.name",
            "circular_activity_report.name",
            "co_signature.deputy_for",
            "department.name",
            "import_file.name",
            "joint_workshop_city.name",
            "measure_indicator.name",
            "measure_partner.name",
            "measure_report_indicator.name",
            "project_closure_indicator.name",
            "reporting_round.name",
            "selection_decision.body_name",
            "sketch_indicator.name",
            "step.deputy_for",
            "survey_key_figure.name");

    @Autowired
    private List<PersonalData> modules;

    @Autowired
    private List<KnownNames> known;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Office office;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void everybodyWhoIsNamedInAColumnIsKnown() {
        Map<String, String> people = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            isNamedEverywhere(people);
            assertThat(people.keySet())
                    .as("a row for every column that a module says to hold a name")
                    .containsAll(columnsOfNames());
            Set<String> names = known.stream()
                    .flatMap(source -> source.of(Office.MUNICIPALITY).stream())
                    .collect(Collectors.toSet());
            assertThat(people)
                    .allSatisfy((column, name) -> assertThat(names).as(column).contains(name));
        });
    }

    @Test
    void whatIsCalledANameHoldsOneThatIsKnownOrNobodys() {
        Set<String> called = columns().stream()
                .filter(column -> word(column)
                        .filter(word -> CALLED.matcher(word).matches())
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(called).contains("workshop_invitation.contact", "stakeholder_contact.name");
        called.removeAll(columnsOfNames());
        assertThat(called)
                .as("PersonalTable.with(column, Sort.NAME), or nobody's")
                .containsExactlyInAnyOrderElementsOf(NOBODYS);
    }

    private static Optional<String> word(String column) {
        String[] parts = column.split("\\.");
        return ReadersLanguage.in(Locale.GERMAN, () -> DataWords.column(parts[0], parts[1]));
    }

    private Set<String> columnsOfNames() {
        return modules.stream()
                .filter(PersonalTable.class::isInstance)
                .map(PersonalTable.class::cast)
                .flatMap(module -> module.tables().stream()
                        .flatMap(table -> module.columnsOfNames().stream().map(column -> table + "." + column)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Texts of all tables in which somebody can be found. */
    private Set<String> columns() {
        Set<String> tables = modules.stream()
                .filter(module -> !(module instanceof PersonalTexts))
                .flatMap(module -> module.tables().stream())
                .collect(Collectors.toSet());
        List<String> own = office.jdbc()
                .sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'kreislaufstadt' and data_type = 'text' and right(column_name, 3) <> '_by'
                          and table_name in (:tables)
                        """)
                .param("tables", tables)
                .query(String.class)
                .list();
        Stream<String> texts = modules.stream()
                .filter(PersonalTexts.class::isInstance)
                .flatMap(module -> ((PersonalTexts) module).searched().stream())
                .flatMap(table -> table.texts().stream().map(column -> DataWords.bare(table.name()) + "." + column));
        return Stream.concat(own.stream(), texts).collect(Collectors.toCollection(TreeSet::new));
    }

    private void isNamedEverywhere(Map<String, String> people) {
        UUID measure = office.jdbc()
                .sql("select id from measure where number = :number")
                .param("number", office.as("wfm-sachbearbeitung").proposes())
                .query(UUID.class)
                .single();
        People city = new People(
                office.jdbc(),
                Map.of("measure", measure, "workshop", UUID.randomUUID(), "organisation", UUID.randomUUID()));
        outsiders(city, people);
        accounts.ensurePerson(Office.MUNICIPALITY, "emma-zugang", "Emma Zugang", List.of(), null);
        people.put("act_id_user", "Emma Zugang");
        city.row("""
                insert into municipality_version_person (id, municipality_id, version, position, account_by, entry)
                select gen_random_uuid(), municipality_id, max(number), 9998, 'frida',
                       E'id: "frida"\\nname: "Frida Früher"\\ndepartment: "wfm"\\n'
                from municipality_version where municipality_id = 'muenster' group by municipality_id
                """);
        people.put("municipality_version_person", "Frida Früher");
        city.row("insert into camunda.act_id_user (id_, rev_, first_) values ('gerda-aussen', 1, 'Gerda Draußen')");
        city.row("""
                insert into external_account (account, organisation, valid_until, created_by, delete_on)
                values ('gerda-aussen', 'Büro', date '2030-01-01', 'admin', date '2031-01-01')
                """);
        city.row("""
                insert into single_right (id, municipality_id, account, kind, workshop_id, valid_from, valid_until, given_by, delete_on)
                values (gen_random_uuid(), 'muenster', 'gerda-aussen', 'WORKSHOP', :workshop, date '2030-01-01', date '2030-01-02',
                    'admin', date '2031-01-01')
                """);
        people.put("external_account", "Gerda Draußen");
    }

    private static void outsiders(People city, Map<String, String> people) {
        city.row(
                "insert into workshop (id, municipality_id, measure_id, number) values (:workshop, 'muenster', :measure, 1)");
        city.row("""
                insert into workshop_invitation (id, municipality_id, workshop_id, number, organisation, participant_group, contact,
                    substitute, email, invited_on, answer, purpose, legal_basis, source, delete_on)
                values (gen_random_uuid(), 'muenster', :workshop, 1, 'Verein', 'CLUB', 'Anna Eingeladen', 'Berta Vertretend',
                    'a@beispiel.example', date '2030-01-01', 'SUBSTITUTE', 'Zweck', 'PUBLIC_TASK', 'PERSON', date '2030-06-01')
                """);
        people.put("workshop_invitation.contact", "Anna Eingeladen");
        people.put("workshop_invitation.substitute", "Berta Vertretend");
        city.row("""
                insert into workshop_withdrawal (id, municipality_id, workshop_id, organisation, contact, email, purpose, legal_basis,
                    source, delete_on)
                values (gen_random_uuid(), 'muenster', :workshop, 'Verein', 'Clara Ausgeladen', 'c@beispiel.example', 'Zweck',
                    'PUBLIC_TASK', 'INVITATION', date '2030-06-01')
                """);
        people.put("workshop_withdrawal.contact", "Clara Ausgeladen");
        city.row("""
                insert into stakeholder (id, municipality_id, measure_id, position, organisation, sector, participant_group,
                    circular_fields, influence, interest, attitude, quadrant, involvement_level)
                values (:organisation, 'muenster', :measure, 1, 'Verein', 'CIVIL_SOCIETY', 'CLUB', '{FOOD}', 1, 1, 0, 'MONITOR',
                    'INFORMATION')
                """);
        city.row("""
                insert into stakeholder_contact (id, municipality_id, measure_id, stakeholder_id, name, email, purpose, legal_basis,
                    source, last_used_on, delete_on)
                values (gen_random_uuid(), 'muenster', :measure, :organisation, 'Dora Ansprechbar', 'd@beispiel.example', 'Zweck',
                    'PUBLIC_TASK', 'FORM', date '2030-03-03', date '2031-03-03')
                """);
        people.put("stakeholder_contact.name", "Dora Ansprechbar");
    }

    /** Rows of people around one measure. */
    private record People(JdbcClient jdbc, Map<String, UUID> ids) {

        void row(String sql) {
            jdbc.sql(sql).params(ids).update();
        }
    }
}
