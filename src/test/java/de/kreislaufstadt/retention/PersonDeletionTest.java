package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person is everywhere, is deleted, and is nowhere: neither in the database nor in the log. */
@ApplicationTest
class PersonDeletionTest {

    private static final String PRIVACY = "/camunda/api/kreislaufstadt/admin/privacy/muenster/";

    /** A table that is missing here has been found to keep personal data: say in its module who deletes it. */
    private static final Set<String> PLACES = new TreeSet<>(List.of(
            "account",
            "act_id_user",
            "act_ru_filter",
            "act_ru_task",
            "audit_value",
            "data_block",
            "deadline_extension",
            "document_chunk",
            "municipality_version_person",
            "document_version",
            "external_account",
            "import_row",
            "measure_intervention",
            "measure_version",
            "public_question",
            "public_question_address",
            "stakeholder_contact",
            "steering_batch",
            "step",
            "task_draft",
            "task_event",
            "workshop_feedback_remark",
            "workshop_invitation",
            "workshop_objection",
            "workshop_withdrawal"));

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Value("${spring.datasource.url}")
    private String database;

    @Autowired
    private List<PersonalData> modules;

    @Autowired
    private PersonAccounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @Test
    void aDeletedPersonLeavesNoTrace() {
        try (HeardLog log = new HeardLog()) {
            MarkedPerson person = MarkedPerson.everywhere(office, port, accounts, identity, filters);
            WholeDatabase whole = new WholeDatabase(database);
            assertThat(whole.tablesWith(MarkedPerson.TRACES)).isEqualTo(PLACES);
            Set<String> known = whole.tablesWith(List.of(
                    person.user, MarkedPerson.MAIL, MarkedPerson.NAME, person.hashOfUser(), person.keyOfDocument()));
            assertThat(known)
                    .as("the person is in every table that keeps something of people")
                    .containsAll(tablesOfPeople());

            Http admin = new Http(port);
            admin.signIn("admin", "tasklist");
            JsonNode found = answered(admin.post(PRIVACY + "person", MarkedPerson.QUERY));
            assertThat(found.at("/person/users/0").asText()).isEqualTo(person.user);
            answered(admin.with("Accept", "application/json").post(PRIVACY + "person/export", MarkedPerson.QUERY));
            JsonNode deleted = answered(admin.post(
                    PRIVACY + "person/deletion",
                    "{\"person\": " + MarkedPerson.QUERY + ", \"items\": " + itemsThatMayGo(found) + ", \"seen\": \""
                            + found.get("fingerprint").asText() + "\"}"));

            assertThat(whole.tablesWith(MarkedPerson.TRACES)).isEmpty();
            assertThat(effects(deleted)).doesNotContain("KEPT");
            assertThat(deleted.get("items"))
                    .as("everything is told in words")
                    .allSatisfy(item -> assertThat(item.get("fields"))
                            .allSatisfy(field -> assertThat(field.get("label").asText())
                                    .isNotEqualTo(field.get("column").asText())));
            assertThat(whole.tablesWith(List.of(person.user)))
                    .as("where an id leads to somebody")
                    .doesNotContain(
                            "account",
                            "act_id_user",
                            "act_id_membership",
                            "act_id_tenant_member",
                            "act_ru_authorization",
                            "act_ru_filter",
                            "declared_account",
                            "deputy",
                            "external_account",
                            "local_credential",
                            "mail",
                            "mail_choice",
                            "municipality_version_person",
                            "notice",
                            "recovery_code",
                            "second_factor",
                            "task_draft");
            assertThat(whole.tablesWith(List.of(person.hashOfUser()))).isEmpty();
            assertThat(office.jdbc()
                            .sql(
                                    "select completed_by from step where measure_id = :id and task_key = 'review-proposal'")
                            .param("id", person.measure)
                            .query(String.class)
                            .single())
                    .as("who did which step can still be told apart")
                    .isEqualTo(person.user);
            Http head = new Http(port);
            head.signIn("wfm-leitung", "tasklist");
            assertThat(head.get("/camunda/api/kreislaufstadt/measures/" + person.number)
                            .body())
                    .as("what stands where a name stood")
                    .contains("gelöschte Person")
                    .doesNotContain(person.user);
            assertThat(identity.createUserQuery().userId(person.user).count()).isZero();
            assertThat(admin.post(PRIVACY + "person", MarkedPerson.QUERY).status())
                    .isEqualTo(404);
            assertThat(WholeDatabase.holds(log.text(), MarkedPerson.TRACES))
                    .as("traces in the log")
                    .isFalse();
            LoggerFactory.getLogger(PersonDeletionTest.class).info("Gehört");
            assertThat(log.text()).as("the log was heard").contains("Gehört");
        }
    }

    @Test
    void tracesAreFoundBehindEncodings() {
        List<String> traces = List.of("Qzxmärk");

        assertThat(List.of(
                        "vor qzxMÄRK nach",
                        "\\\\x51" + "7a786dc3a4726b",
                        "UXp4bcOkcmsgdW5kIHdlaXRlcg==",
                        "{\"name\": \"Qzxm\\\\u00e4rk\"}"))
                .allMatch(text -> WholeDatabase.holds(text, traces));
        assertThat(WholeDatabase.holds("\\\\x51" + "7a786dc3a4726c", traces)).isFalse();
    }

    /**
     * All tables that say of themselves that they keep something of people, and those that a module answers for. But what is
     * kept of a person only while nothing may be deleted, and addresses of computers, which lead to nobody here.
     */
    private Set<String> tablesOfPeople() {
        Set<String> tables = new TreeSet<>(office.jdbc()
                .sql("select relname from pg_class where obj_description(oid) like 'Personenbezogen:%'")
                .query(String.class)
                .list());
        modules.forEach(module -> tables.addAll(module.tables()));
        tables.removeAll(Set.of("data_block_term", "failing_address", "public_question_count"));
        return tables;
    }

    private static List<String> itemsThatMayGo(JsonNode file) {
        List<String> ids = new ArrayList<>();
        file.get("items").forEach(item -> {
            if (!Set.of("PSEUDONYM", "KEPT").contains(item.get("effect").asText())) {
                ids.add(item.get("id").toString());
            }
        });
        return ids;
    }

    private static JsonNode answered(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Set<String> effects(JsonNode file) {
        Set<String> effects = new TreeSet<>();
        file.get("items").forEach(item -> effects.add(item.get("effect").asText()));
        return effects;
    }
}
