package de.kreislaufstadt.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The city whose data nobody of another city may meet: a measure on its way, with a mark in everything that is written. */
final class MarkedCity {

    static final String ID = Office.MUNICIPALITY;

    private static final String PERSON = "marke-sachbearbeitung";

    final String mark = "MARKE" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    final Map<String, Set<String>> ids = new LinkedHashMap<>();

    /** The workshop of the marked measure, and somebody's seat in it. */
    UUID workshop;

    UUID invitation;

    private final Office office;
    private final Accounts accounts;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private Deployment variant;
    private String filter;

    MarkedCity(Office office, Accounts accounts, ProcessEngine engine) {
        this.office = office;
        this.accounts = accounts;
        this.engine = engine;
        this.jdbc = office.jdbc();
    }

    /** @param browser makes a browser signed in to Tasklist */
    void fill(Function<String, Http> browser) {
        String number = office.as("wfm-sachbearbeitung").proposes(marked("propose-measure"));
        office.as("klima-sachbearbeitung").completes(number, "review-proposal", marked("review-proposal"));
        ObjectNode approval = marked("decide-measure");
        approval.putArray("phases").add("WORKSHOPS");
        office.as("wfm-leitung").completes(number, "decide-measure", approval);
        office.as("wfm-sachbearbeitung")
                .completes(office.open(number, "prepare-workshop").get(0), marked("prepare-workshop"));
        office.as("difu-sachbearbeitung").completes(number, "agree-agenda", marked("agree-agenda"));
        office.as("wfm-sachbearbeitung").completes(number, "invite-participants", marked("invite-participants"));
        String task = office.open(number, "check-registrations").get(0).getId();

        Http clerk = browser.apply("wfm-sachbearbeitung");
        String pages = "/camunda/api/kreislaufstadt/";
        succeeds(clerk.post(
                pages + "tasks/" + task + "/question",
                "{\"department\": \"umwelt\", \"question\": \"Was gilt? " + mark + "\"}"));
        succeeds(clerk.send(
                "PUT",
                pages + "form/task/" + task + "/draft",
                "{\"version\": 0, \"data\": {\"comment\": \"Entwurf " + mark + "\"}}"));
        succeeds(clerk.upload(
                pages + "tasks/" + task + "/documents?kind=OTHER",
                "attachment; filename*=UTF-8''" + mark + ".txt",
                BodyPublishers.ofString("Inhalt " + mark, StandardCharsets.UTF_8)));
        accounts.ensurePerson(ID, PERSON, "Sachbearbeitung " + mark, List.of(ID + "-staff", ID + "-wfm"), null);
        variant = engine.getRepositoryService()
                .createDeployment()
                .name(mark)
                .tenantId(ID)
                .addModelInstance(
                        mark + ".bpmn",
                        Bpmn.createExecutableProcess(mark.toLowerCase(Locale.ROOT))
                                .camundaHistoryTimeToLiveString("P1D")
                                .name(mark)
                                .startEvent()
                                .endEvent()
                                .done())
                .addString(mark + ".dmn", table())
                .deploy();
        filter = ownFilter();
        asked(number);
        collect(number);
    }

    private void asked(String number) {
        UUID question = UUID.randomUUID();
        jdbc.sql("""
                        with asked as (
                            insert into public_question (id, municipality_id, measure_id, text, state, mail_wanted, asked_at,
                                                         legal_basis, source, delete_on)
                            select :id, municipality_id, id, :text, 'OPEN', true, now(), 'PUBLIC_TASK', 'PERSON', date '2099-01-01'
                            from measure where municipality_id = :city and number = :number returning id, municipality_id)
                        insert into public_question_address (question_id, municipality_id, mail, legal_basis, source, delete_on)
                        select id, municipality_id, :mail, 'PUBLIC_TASK', 'PERSON', date '2099-01-01' from asked
                        """)
                .param("id", question)
                .param("city", ID)
                .param("number", number)
                .param("text", "Wer fragt, ist " + mark)
                .param("mail", mark + "@example.org")
                .update();
    }

    void clear() {
        accounts.removePerson(ID, PERSON);
        if (variant != null) {
            engine.getRepositoryService().deleteDeployment(variant.getId(), true);
            engine.getFilterService().deleteFilter(filter);
        }
    }

    /** A table of the city's own. */
    private String table() {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d-%1$s" name="%1$s" namespace="n"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="d-%2$s" name="%1$s" camunda:historyTimeToLive="P1D">
                    <variable id="v-%2$s" name="result"/>
                    <literalExpression id="l-%2$s" expressionLanguage="feel"><text>1</text></literalExpression>
                  </decision>
                </definitions>""".formatted(mark, mark.toLowerCase(Locale.ROOT));
    }

    /** A list in Tasklist that one person has stored for themselves. */
    private String ownFilter() {
        Filter own = engine.getFilterService().newTaskFilter("Liste " + mark);
        own.setOwner(PERSON);
        own.setQuery(engine.getTaskService().createTaskQuery().taskNameLike("%" + mark + "%"));
        own.setProperties(Map.of("description", "Beschreibung " + mark));
        return engine.getFilterService().saveFilter(own).getId();
    }

    private static void succeeds(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }

    /** Valid data with the mark at the end of every text of several words. */
    private ObjectNode marked(String form) {
        return (ObjectNode) marked(office.valid(form));
    }

    private JsonNode marked(JsonNode node) {
        if (node.isTextual() && node.asText().contains(" ")) {
            return TextNode.valueOf(node.asText() + " " + mark);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(marked(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, marked(array.get(i)));
            }
        }
        return node;
    }

    /** Everything that names a row of the marked measure, by the word with which addresses speak of it. */
    private void collect(String number) {
        UUID measure = jdbc.sql("select id from measure where municipality_id = :city and number = :number")
                .param("city", ID)
                .param("number", number)
                .query(UUID.class)
                .single();
        ids.put("measures", Set.of(number, measure.toString()));
        ids.put("tenant", Set.of(ID));
        ids.put("tenant-id", Set.of(ID));
        ids.put("user", Set.of(PERSON, "wfm-leitung"));
        ids.put("group", Set.of(ID + "-wfm", ID + "-staff"));
        String instances = "(select proc_inst_id_ from camunda.act_hi_procinst where business_key_ = '" + number + "')";
        engine(
                "process-instance",
                "select proc_inst_id_ from camunda.act_hi_procinst where business_key_ = '" + number + "'");
        engine("execution", "select id_ from camunda.act_ru_execution where proc_inst_id_ in " + instances);
        engine("task", "select id_ from camunda.act_ru_task where proc_inst_id_ in " + instances);
        engine("history", "select id_ from camunda.act_hi_taskinst where proc_inst_id_ in " + instances);
        engine("activity-instance", "select id_ from camunda.act_hi_actinst where proc_inst_id_ in " + instances);
        engine("variable-instance", "select id_ from camunda.act_ru_variable where proc_inst_id_ in " + instances);
        engine("job", "select id_ from camunda.act_ru_job where process_instance_id_ in " + instances);
        engine("detail", "select id_ from camunda.act_hi_detail where proc_inst_id_ in " + instances);
        engine("decision-instance", "select id_ from camunda.act_hi_decinst where proc_inst_id_ in " + instances);
        engine("deployment", "select id_ from camunda.act_re_deployment where tenant_id_ = '" + ID + "'");
        engine("process-definition", "select id_ from camunda.act_re_procdef where tenant_id_ = '" + ID + "'");
        engine("decision-definition", "select id_ from camunda.act_re_decision_def where tenant_id_ = '" + ID + "'");
        ids.put("filter", Set.of(filter));
        ids.put("key", Set.of(mark.toLowerCase(Locale.ROOT)));
        ids.put("tasks", ids.get("task"));
        ids.put("drafts", ids.get("task"));
        ids.put("variable", ids.get("variable-instance"));
        engine("documents", "select id::text from document where measure_id = '" + measure + "'");
        List<String> tables = jdbc.sql("select table_name from information_schema.columns"
                        + " where table_schema = 'kreislaufstadt' and column_name = 'measure_id'")
                .query(String.class)
                .list();
        Set<String> rows = new LinkedHashSet<>();
        tables.stream()
                .filter(this::hasId)
                .forEach(table -> rows.addAll(
                        jdbc.sql("select id::text from " + table + " where measure_id = :measure order by 1 limit 20")
                                .param("measure", measure)
                                .query(String.class)
                                .list()));
        rows.addAll(jdbc.sql("select id::text from workshop_invitation where municipality_id = :city and workshop_id in"
                        + " (select id from workshop where measure_id = :measure)")
                .param("city", ID)
                .param("measure", measure)
                .query(String.class)
                .list());
        jdbc.sql(
                        "select i.id, i.workshop_id from workshop_invitation i join workshop w on w.municipality_id = i.municipality_id"
                                + " and w.id = i.workshop_id where w.municipality_id = :city and w.measure_id = :measure"
                                + " order by i.id limit 1")
                .param("city", ID)
                .param("measure", measure)
                .query(row -> {
                    invitation = row.getObject(1, UUID.class);
                    workshop = row.getObject(2, UUID.class);
                });
        ids.put("rows", rows);
        // Nobody signs in there, and so many requests a minute are answered: some ids do for all who walk.
        List.of("einladung", "protokoll", "rueckmeldung").forEach(page -> ids.put(page, rows));
    }

    private boolean hasId(String table) {
        return jdbc.sql("select count(*) from information_schema.columns where table_schema = 'kreislaufstadt'"
                                + " and table_name = :table and column_name = 'id'")
                        .param("table", table)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void engine(String word, String sql) {
        List<String> found = jdbc.sql(sql).query(String.class).list();
        if (!found.isEmpty()) {
            ids.put(word, new LinkedHashSet<>(found));
        }
    }

    /** @return what must not be in any answer; neither must any of {@link #ids} that nobody outside can have */
    List<String> words() {
        return List.of(mark, mark.toLowerCase(Locale.ROOT), "\"" + PERSON + "\"", "\"" + ID + "\"", "\"" + ID + "-");
    }

    /** @return a digest of every row of the city and of what the engine keeps for all, by table */
    Map<String, String> digest() {
        Map<String, String> digest = new TreeMap<>();
        List<String[]> tables = new ArrayList<>();
        jdbc.sql("""
                        select table_schema || '.' || table_name as table, column_name from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where table_type = 'BASE TABLE' and ((table_schema = 'kreislaufstadt' and column_name = 'municipality_id')
                            or (table_schema = 'camunda' and column_name = 'tenant_id_' and table_name <> 'act_hi_op_log'))
                        """).query(row -> {
            tables.add(new String[] {row.getString(1), row.getString(2) + " = '" + ID + "'"});
        });
        List.of("user", "group", "membership", "tenant", "info")
                .forEach(table -> tables.add(new String[] {"camunda.act_id_" + table, "true"}));
        tables.add(new String[] {"camunda.act_ru_filter", "true"});
        tables.add(new String[] {"camunda.act_ru_authorization", "true"});
        tables.add(new String[] {"camunda.act_re_deployment", "true"});
        tables.add(new String[] {"municipality", "id = '" + ID + "'"});
        tables.forEach(table -> digest.put(
                table[0] + " " + table[1],
                jdbc.sql("select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from " + table[0]
                                + " t where " + table[1])
                        .query(String.class)
                        .single()));
        return digest;
    }
}
