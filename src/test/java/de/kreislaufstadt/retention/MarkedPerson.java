package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;

/** One person who is everywhere: as staff with an account, and as somebody from outside. Nobody else is called so. */
final class MarkedPerson {

    static final String NAME = "Probeperson Qzxmark";
    static final String MAIL = "qzxmark@beispiel.example";
    static final String PHONE = "0251 4711-99887";
    static final String SUBJECT = "subjekt-qzx-551";
    static final List<String> TRACES = List.of("Qzxmark", PHONE, SUBJECT);

    /** What the clerk of data protection enters. */
    static final String QUERY = """
            {"names": ["%s", "Qzxmark"], "mails": ["%s"], "phones": ["%s"]}
            """.formatted(NAME, MAIL, PHONE);

    private static final String API = "/camunda/api/kreislaufstadt";

    private final Office office;
    private final int port;

    final String user;
    final String number;
    final UUID measure;

    private MarkedPerson(Office office, int port, String user, String number) {
        this.office = office;
        this.port = port;
        this.user = user;
        this.number = number;
        this.measure = office.jdbc()
                .sql("select id from measure where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    static MarkedPerson everywhere(
            Office office, int port, PersonAccounts accounts, IdentityService identity, FilterService filters) {
        String user = accounts.fromProvider(
                        "stadt", SUBJECT, NAME, MAIL, Office.MUNICIPALITY, List.of("muenster-klima", "muenster-staff"))
                .map(Accounts.Login::user)
                .orElseThrow();
        User account = identity.createUserQuery().userId(user).singleResult();
        account.setPassword(TestDatabase.PASSWORD);
        identity.saveUser(account);
        String number = office.as("wfm-sachbearbeitung").proposes();
        MarkedPerson person = new MarkedPerson(office, port, user, number);
        person.worksOnTasks(office.tasks());
        person.keepsAFilter(filters);
        person.isNamedInTexts();
        person.isKnownAsAnOutsider();
        person.signsIn();
        person.isWrittenTo();
        person.standsInFiles();
        person.stepsIn();
        person.lifts();
        person.imports();
        person.asks();
        return person;
    }

    /** With a password, which the provider of the city would ask for: no provider runs here. */
    private Http signedIn() {
        office.jdbc()
                .sql("update account set provider = null, subject = null where id = :user")
                .param("user", user)
                .update();
        Http browser = new Http(port);
        browser.signIn(user, "tasklist");
        office.jdbc()
                .sql("update account set provider = 'stadt', subject = :subject where id = :user")
                .param("user", user)
                .param("subject", SUBJECT)
                .update();
        return browser;
    }

    private void worksOnTasks(TaskService tasks) {
        Http browser = signedIn();
        Task task = office.open(number, "review-proposal").get(0);
        String path = API + "/tasks/" + task.getId();
        ObjectNode data = office.valid("review-proposal");
        data.put("note", "Frag " + NAME + ", " + PHONE);
        accepted(browser.send(
                "PUT",
                API + "/form/start/measure-lifecycle/draft",
                "{\"version\": 0, \"data\": {\"outline\": {\"title\": \"Idee von " + NAME + "\"}}}"));
        accepted(browser.send(
                "PUT", API + "/form/task/" + task.getId() + "/draft", "{\"version\": 0, \"data\": " + data + "}"));
        accepted(browser.upload(
                path + "/documents?kind=OTHER",
                "attachment; filename*=UTF-8''Notiz%20Qzxmark.txt",
                BodyPublishers.ofByteArray("Ohne Namen".getBytes(StandardCharsets.UTF_8))));
        accepted(browser.post(
                path + "/question",
                "{\"person\": \"klima-leitung\", \"question\": \"Bitte an " + MAIL + " antworten\"}"));
        accepted(browser.post(path + "/withdraw", "{}"));
        office.jdbc()
                .sql("delete from task_draft where task_id = :task and origin = 'ANSWER'")
                .param("task", task.getId())
                .update();
        office.as(user).completes(number, "review-proposal");
        rows(
                "deputy (id, municipality_id, absent_by, deputy_by, first_day, last_day, place, with_head, named_by, delete_on)",
                "gen_random_uuid(), 'muenster', '" + user
                        + "', 'klima-leitung', date '2030-01-01', date '2030-01-02', 1," + " false, '" + user
                        + "', date '2031-01-02'");
        rows(
                "mail_choice (id, municipality_id, person_by, rhythm, language)",
                "gen_random_uuid(), 'muenster', '" + user + "', 'DAILY', 'de'");
    }

    private static void accepted(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }

    private void keepsAFilter(FilterService filters) {
        Filter filter = filters.newTaskFilter("Aufgaben von " + NAME);
        filter.setOwner(user);
        filters.saveFilter(filter);
    }

    /** Where people write freely, somebody is named. */
    private void isNamedInTexts() {
        update("update measure_version set description = 'Ansprechbar: " + NAME + " <" + MAIL
                + ">' where measure_id = :id");
        update("update step set note = 'Rücksprache mit " + NAME.toUpperCase(java.util.Locale.ROOT)
                + "' where measure_id = :id");
        office.jdbc()
                .sql(
                        "update camunda.act_ru_task set description_ = :text where case_inst_id_ is null and tenant_id_ = 'muenster'"
                                + " and proc_inst_id_ in (select proc_inst_id_ from camunda.act_hi_procinst where business_key_ = :number)")
                .param("text", "Rückfragen an " + NAME)
                .param("number", number)
                .update();
    }

    private void isKnownAsAnOutsider() {
        UUID workshop = UUID.randomUUID();
        UUID invitation = UUID.randomUUID();
        UUID organisation = UUID.randomUUID();
        rows(
                "workshop (id, municipality_id, measure_id, number)",
                "'" + workshop + "', 'muenster', '" + measure + "', 1");
        rows(
                "workshop_invitation (id, municipality_id, workshop_id, number, organisation, participant_group, contact,"
                        + " email, invited_on, answer, purpose, legal_basis, source, delete_on)",
                "'" + invitation + "', 'muenster', '" + workshop + "', 1, 'Verein', 'CLUB', 'Vorsitz: " + NAME + "', '"
                        + MAIL
                        + "', date '2030-01-01', 'ACCEPTED', 'Zweck', 'PUBLIC_TASK', 'PERSON', date '2030-06-01'");
        rows(
                "workshop_withdrawal (id, municipality_id, workshop_id, organisation, contact, email, purpose,"
                        + " legal_basis, source, delete_on)",
                "gen_random_uuid(), 'muenster', '" + workshop + "', 'Verein', '" + NAME + "', '" + MAIL
                        + "', 'Zweck', 'PUBLIC_TASK', 'INVITATION', date '2030-06-01'");
        rows(
                "workshop_objection (id, municipality_id, workshop_id, organisation, text, received_on, invitation_id,"
                        + " purpose, legal_basis, source, delete_on)",
                "gen_random_uuid(), 'muenster', '" + workshop + "', 'Verein', 'So habe ich, " + NAME
                        + ", das nicht gesagt', date '2030-01-01', '" + invitation
                        + "', 'Zweck', 'PUBLIC_TASK', 'PERSON', date '2030-06-01'");
        rows(
                "workshop_feedback_remark (id, municipality_id, workshop_id, kind, text, purpose, delete_on)",
                "gen_random_uuid(), 'muenster', '" + workshop + "', 'STRENGTH', '" + NAME
                        + " hat gut moderiert', 'Zweck', date '2030-06-01'");
        rows(
                "stakeholder (id, municipality_id, measure_id, position, organisation, sector, participant_group,"
                        + " circular_fields, influence, interest, attitude, quadrant, involvement_level)",
                "'" + organisation + "', 'muenster', '" + measure
                        + "', 1, 'Verein', 'CIVIL_SOCIETY', 'CLUB', '{FOOD}', 1, 1, 0," + " 'MONITOR', 'INFORMATION'");
        rows(
                "stakeholder_contact (id, municipality_id, measure_id, stakeholder_id, name, email, phone, purpose,"
                        + " legal_basis, source, last_used_on, delete_on)",
                "gen_random_uuid(), 'muenster', '" + measure + "', '" + organisation + "', '" + NAME + "', '" + MAIL
                        + "', '" + PHONE + "', 'Zweck', 'PUBLIC_TASK', 'FORM', date '2030-03-03', date '2031-03-03'");
        rows(
                "mail (id, municipality_id, state, due_at, letter_kind, letter_subject, letter_cause)",
                "gen_random_uuid(), 'muenster', 'OUTDATED', now(), 'invitation', '" + invitation + "', 'test'");
    }

    /** What only whoever has an account of this application has, and of somebody from outside. */
    private void signsIn() {
        rows("local_credential (account)", "'" + user + "'");
        rows("second_factor (account, secret, encrypted, confirmed_at)", "'" + user + "', '\\x01', false, now()");
        rows("recovery_code (account, code_hash)", "'" + user + "', '\\x02'");
        rows(
                "failed_sign_in (name_hash, failures, last_at, delete_on)",
                "sha256('" + user + "'), 2, now(), date '2031-01-01'");
        rows(
                "external_account (account, organisation, valid_until, created_by, delete_on)",
                "'" + user + "', 'Büro Qzxmark', date '2030-01-01', 'admin', date '2031-01-01'");
        office.jdbc()
                .sql(
                        "insert into single_right (id, municipality_id, account, kind, workshop_id, valid_from, valid_until,"
                                + " given_by, delete_on) select gen_random_uuid(), 'muenster', :user, 'WORKSHOP', w.id,"
                                + " date '2030-01-01', date '2030-01-02', :user, date '2031-01-01'"
                                + " from workshop w where w.measure_id = :measure")
                .param("user", user)
                .param("measure", measure)
                .update();
    }

    private void isWrittenTo() {
        UUID notice = UUID.randomUUID();
        UUID mail = UUID.randomUUID();
        rows(
                "notice (id, municipality_id, kind, task_id, task_key, assignee_by, cause, state)",
                "'" + notice + "', 'muenster', 'OPENED', 'gone', 'review-proposal', '" + user
                        + "', 'test', 'OUTDATED'");
        rows(
                "mail (id, municipality_id, person_by, state, due_at)",
                "'" + mail + "', 'muenster', '" + user + "', 'OUTDATED', now()");
        rows(
                "mail_notice (mail_id, notice_id, municipality_id, task_id, kind, cause, person_by)",
                "'" + mail + "', '" + notice + "', 'muenster', 'gone', 'OPENED', 'test', '" + user + "'");
        rows(
                "deadline_extension (id, municipality_id, measure_id, task_id, task_key, department, original_due,"
                        + " previous_due, new_due, step_taken, reason, decided_by, decided_on, delete_on)",
                "gen_random_uuid(), 'muenster', '" + measure + "', 'gone', 'review-proposal', 'klima',"
                        + " date '2030-01-02', date '2030-01-02', date '2030-01-04', 'EXTEND', 'Bitte von " + NAME
                        + "', '" + user + "', date '2030-01-03', date '2031-01-03'");
        rows(
                "data_block (id, municipality_id, scope, reason, set_by, lifted_by, lifted_at, delete_on)",
                "gen_random_uuid(), 'muenster', 'MUNICIPALITY', 'Widerspruch von " + NAME + "', '" + user + "', '"
                        + user + "', now(), date '2031-01-01'");
    }

    /** In the municipality's file, now and before, and in a document that was deleted a moment ago. */
    private void standsInFiles() {
        rows("declared_account (municipality_id, account_by)", "'muenster', '" + user + "'");
        office.jdbc()
                .sql(
                        "insert into municipality_version_person (id, municipality_id, version, position, account_by, entry)"
                                + " select gen_random_uuid(), municipality_id, max(number), 9999, :user, :entry"
                                + " from municipality_version where municipality_id = 'muenster' group by municipality_id")
                .param("user", user)
                .param("entry", "{id: " + user + ", name: " + NAME + "}")
                .update();
        office.jdbc()
                .sql("update document_chunk set bytes = convert_to(:text, 'UTF8')"
                        + " where version_id in (select id from document_version where created_by = :user)")
                .param("text", "Vermerk über " + NAME)
                .param("user", user)
                .update();
        office.jdbc()
                .sql("update document set deleted_at = now(), deleted_by = :user, delete_on = date '2031-01-01'"
                        + " where created_by = :user")
                .param("user", user)
                .update();
    }

    /** Who steps in gives reasons, and in those somebody may be named. */
    private void stepsIn() {
        rows(
                "measure_intervention (id, municipality_id, measure_id, kind, done_by, done_at, reason, state_before,"
                        + " lead_before, lead_after, tasks, timers, delete_on)",
                "gen_random_uuid(), 'muenster', '" + measure + "', 'PAUSED', '" + user + "', now(), '" + NAME
                        + " ist nicht mehr da', 'UNDER_REVIEW', 'wfm', 'wfm', 0, 0, date '2031-01-01'");
        rows(
                "steering_batch (id, municipality_id, kind, reason, total, begun_by, begun_at, delete_on)",
                "gen_random_uuid(), 'muenster', 'EXTEND', 'Bitte von " + NAME + "', 1, '" + user
                        + "', now(), date '2031-01-01'");
    }

    /** Who lifts processes to newer versions is named in the report. */
    private void lifts() {
        rows(
                "model_lift (id, municipality_id, run_id, position, trial, process_key, from_definition, to_definition,"
                        + " from_version, to_version, instance_id, begun_by, begun_at, delete_on)",
                "gen_random_uuid(), 'muenster', gen_random_uuid(), 0, true, 'publication', 'a', 'b', 1, 2, 'c', '"
                        + user + "', now(), date '2031-01-01'");
    }

    /** The originals of an imported file stand in its report, and somebody may be named there. */
    private void imports() {
        UUID run = UUID.randomUUID();
        rows(
                "import_run (id, municipality_id, source_document, source_as_of, file_names, total, begun_by, applied_by, begun_at,"
                        + " delete_on)",
                "'" + run + "', 'muenster', 'Liste', date '2030-01-01', 'liste.csv', 1, '" + user + "', '" + user
                        + "', now(), date '2033-01-01'");
        rows(
                "import_row (run_id, municipality_id, position, external_id, measure_id, fate, report, applied_at)",
                "'" + run + "', 'muenster', 1, 'a', '" + measure
                        + "', 'LEFT', jsonb_build_object('source', jsonb_build_array(jsonb_build_object('original', 'Wer macht es? "
                        + NAME + "'))), now()");
    }

    /** On the public page of a measure, with an address and, as people do, with a name below. */
    private void asks() {
        UUID question = UUID.randomUUID();
        rows(
                "public_question (id, municipality_id, measure_id, text, state, mail_wanted, asked_at, legal_basis, source,"
                        + " delete_on)",
                "'" + question + "', 'muenster', '" + measure + "', 'Wann geht es los? Gruß, " + NAME
                        + "', 'OPEN', true, now(), 'PUBLIC_TASK', 'PERSON', date '2031-01-01'");
        rows(
                "public_question_address (question_id, municipality_id, mail, legal_basis, source, delete_on)",
                "'" + question + "', 'muenster', '" + MAIL + "', 'PUBLIC_TASK', 'PERSON', date '2031-01-01'");
    }

    /** What of the name entered at a failed sign-in is kept. */
    String hashOfUser() {
        return office.jdbc()
                .sql("select encode(sha256(cast(:user as bytea)), 'hex')")
                .param("user", user)
                .query(String.class)
                .single();
    }

    /** A piece of content names its version only. */
    String keyOfDocument() {
        return office.jdbc()
                .sql("select id::text from document_version where created_by = :user")
                .param("user", user)
                .query(String.class)
                .single();
    }

    private void update(String sql) {
        assertThat(office.jdbc().sql(sql).param("id", measure).update()).isPositive();
    }

    private void rows(String into, String values) {
        office.jdbc().sql("insert into " + into + " values (" + values + ")").update();
    }
}
