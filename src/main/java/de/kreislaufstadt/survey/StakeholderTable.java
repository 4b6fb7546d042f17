package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Distinct;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.survey.StakeholderForm.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stakeholder analyses: the rated organisations and, apart from them, their contact persons. */
@Repository
class StakeholderTable implements Stakeholders {

    private static final String RESTRICTED = DataBlocks.restricted(
            "c.municipality_id", Map.of("c.name", Sort.NAME, "c.email", Sort.MAIL, "c.phone", Sort.PHONE));

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final RetentionPeriods periods;

    StakeholderTable(NamedParameterJdbcTemplate batches, Clock clock, RetentionPeriods periods) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.clock = clock;
        this.periods = periods;
    }

    /** An organisation with what the decision tables say about it. */
    record Evaluated(StakeholderForm row, Evaluation evaluation) {}

    /** @param method how the analysis was made; null where nothing was said */
    record Analysis(String method) {}

    @Override
    public List<Stakeholder> of(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select id, organisation, sector, participant_group, quadrant, supervising_unit from stakeholder
                        where municipality_id = :municipality and measure_id = :measure
                        order by position""")
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, number) -> new Stakeholder(
                        row.getObject("id", UUID.class),
                        row.getString("organisation"),
                        Sector.valueOf(row.getString("sector")),
                        ParticipantGroup.valueOf(row.getString("participant_group")),
                        Quadrant.valueOf(row.getString("quadrant")),
                        row.getString("supervising_unit")))
                .list();
    }

    Optional<Analysis> analysis(TaskContext task) {
        return jdbc.sql("""
                        select method from stakeholder_analysis
                        where municipality_id = :municipality and measure_id = :measure""")
                .paramSource(Rows.of(task))
                .query((row, number) -> new Analysis(row.getString("method")))
                .optional();
    }

    List<Evaluated> rows(TaskContext task) {
        return jdbc.sql("""
                        select s.*, c.name as contact_name, c.function as contact_function, c.email, c.phone
                        from stakeholder s left join stakeholder_contact c
                          on c.stakeholder_id = s.id and c.municipality_id = s.municipality_id and not %s
                        where s.municipality_id = :municipality and s.measure_id = :measure
                        order by s.position""".formatted(RESTRICTED))
                .paramSource(Rows.of(task))
                .query(StakeholderTable::evaluated)
                .list();
    }

    /** Stores the analysis as the form shows it; an organisation that was there before keeps its id. */
    void replace(TaskContext task, String method, List<Evaluated> rows) {
        Map<String, UUID> known = of(task.municipality(), task.measureId()).stream()
                .collect(Collectors.toMap(
                        stakeholder -> Distinct.key(stakeholder.organisation()), Stakeholder::id, (a, b) -> a));
        List<Map<String, Object>> restricted = restricted(task);
        jdbc.sql("delete from stakeholder where municipality_id = :municipality and measure_id = :measure")
                .paramSource(Rows.of(task))
                .update();
        jdbc.sql("""
                        insert into stakeholder_analysis (id, municipality_id, measure_id, method, analysed_by)
                        values (:id, :municipality, :measure, :method, :actor)
                        on conflict (municipality_id, measure_id) do update
                        set method = excluded.method, analysed_by = excluded.analysed_by, analysed_at = now()""")
                .paramSource(Rows.of(task).addValue("id", UUID.randomUUID()).addValue("method", method))
                .update();
        List<UUID> ids = rows.stream()
                .map(row -> known.getOrDefault(Distinct.key(row.row().organisation()), UUID.randomUUID()))
                .toList();
        addOrganisations(task, ids, rows);
        addContacts(task, ids, rows);
        putBack(restricted, ids);
    }

    /** Contact persons whose data is restricted: the form does not show them, so it cannot send them back. */
    private List<Map<String, Object>> restricted(TaskContext task) {
        return jdbc.sql("select c.* from stakeholder_contact c"
                        + " where c.municipality_id = :municipality and c.measure_id = :measure and " + RESTRICTED)
                .paramSource(Rows.of(task))
                .query()
                .listOfRows();
    }

    private void putBack(List<Map<String, Object>> contacts, List<UUID> organisations) {
        contacts.stream()
                .filter(contact -> organisations.contains(contact.get("stakeholder_id")))
                .forEach(contact -> batches.update("""
                        insert into stakeholder_contact
                            (id, municipality_id, measure_id, stakeholder_id, name, function, email, phone, purpose,
                             legal_basis, source, last_used_on, delete_on)
                        values (:id, :municipality_id, :measure_id, :stakeholder_id, :name, :function, :email, :phone, :purpose,
                             :legal_basis, :source, :last_used_on, :delete_on)
                        on conflict (municipality_id, stakeholder_id) do nothing""", contact));
    }

    private void addOrganisations(TaskContext task, List<UUID> ids, List<Evaluated> rows) {
        batches.batchUpdate(
                """
                insert into stakeholder
                    (id, municipality_id, measure_id, position, organisation, sector, participant_group,
                     circular_fields, influence, interest, attitude, affectedness, resources, expectations, conflicts,
                     relations, supervising_unit, involvement, quadrant, involvement_level, advice)
                values (:id, :municipality, :measure, :position, :organisation, :sector, :group,
                     :fields, :influence, :interest, :attitude, :affectedness, :resources, :expectations, :conflicts,
                     :relations, :supervisingUnit, :involvement, :quadrant, :level, :advice)""",
                IntStream.range(0, rows.size())
                        .mapToObj(i -> organisation(
                                task,
                                ids.get(i),
                                i + 1,
                                rows.get(i).row(),
                                rows.get(i).evaluation()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private void addContacts(TaskContext task, List<UUID> ids, List<Evaluated> rows) {
        LocalDate today = LocalDate.now(clock);
        LocalDate deleteOn = today.plus(periods.of(task.municipality(), "stakeholder-contacts"));
        String purpose = Texts.of("survey").get("survey.contact.purpose");
        batches.batchUpdate(
                """
                insert into stakeholder_contact
                    (id, municipality_id, measure_id, stakeholder_id, name, function, email, phone, purpose,
                     legal_basis, source, last_used_on, delete_on)
                values (:id, :municipality, :measure, :stakeholder, :name, :function, :email, :phone, :purpose,
                     'PUBLIC_TASK', 'FORM', :today, :deleteOn)""",
                IntStream.range(0, rows.size())
                        .filter(i -> rows.get(i).row().hasContact())
                        .mapToObj(i -> contact(task, rows.get(i).row().contact())
                                .addValue("stakeholder", ids.get(i))
                                .addValue("purpose", purpose)
                                .addValue("today", today)
                                .addValue("deleteOn", deleteOn))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource contact(TaskContext task, Contact contact) {
        return Rows.of(task)
                .addValue("id", UUID.randomUUID())
                .addValue("name", contact.name())
                .addValue("function", contact.function())
                .addValue("email", contact.email())
                .addValue("phone", contact.phone());
    }

    private static MapSqlParameterSource organisation(
            TaskContext task, UUID id, int position, StakeholderForm row, Evaluation evaluation) {
        return Rows.of(task)
                .addValue("id", id)
                .addValue("position", position)
                .addValue("organisation", row.organisation().strip())
                .addValue("sector", row.sector().name())
                .addValue("group", row.participantGroup().name())
                .addValue("fields", Rows.names(row.circularFields()))
                .addValue("influence", row.influence())
                .addValue("interest", row.interest())
                .addValue("attitude", row.attitude())
                .addValue("affectedness", row.affectedness())
                .addValue("resources", row.resources())
                .addValue("expectations", row.expectations())
                .addValue("conflicts", row.conflicts())
                .addValue("relations", row.relations())
                .addValue("supervisingUnit", row.supervisingUnit())
                .addValue("involvement", row.involvement())
                .addValue("quadrant", evaluation.quadrant().name())
                .addValue("level", evaluation.involvement().name())
                .addValue("advice", evaluation.advice().toArray(String[]::new));
    }

    private static Evaluated evaluated(ResultSet row, int number) throws SQLException {
        StakeholderForm form = new StakeholderForm(
                row.getString("organisation"),
                Sector.valueOf(row.getString("sector")),
                ParticipantGroup.valueOf(row.getString("participant_group")),
                Rows.choices(row.getArray("circular_fields"), CircularField::valueOf),
                row.getInt("influence"),
                row.getInt("interest"),
                row.getInt("attitude"),
                row.getObject("affectedness", Integer.class),
                row.getString("resources"),
                row.getString("relations"),
                row.getString("expectations"),
                row.getString("conflicts"),
                row.getString("supervising_unit"),
                row.getString("involvement"),
                new Contact(
                        row.getString("contact_name"),
                        row.getString("contact_function"),
                        row.getString("email"),
                        row.getString("phone")));
        return new Evaluated(
                form,
                new Evaluation(
                        Quadrant.valueOf(row.getString("quadrant")),
                        Involvement.valueOf(row.getString("involvement_level")),
                        Rows.texts(row.getArray("advice"))));
    }
}
