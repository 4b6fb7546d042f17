package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A municipality at work on the packaged application with a database of its own. It is set up the way an operator does it:
 * departments and people come from the municipality's file, the first administrator and everybody's first password from the
 * environment. It works until the test run ends.
 */
public final class City {

    static final String ID = "musterstadt";

    public static final Path FILE = Path.of("src/test/resources/journey/musterstadt.yaml");
    private static final String ADMINISTRATOR = "admin";
    private static final String UNIT = "klima-sachbearbeitung";
    private static final String UNIT_HEAD = "klima-leitung";
    private static final String ROUNDS = "/camunda/api/kreislaufstadt/rounds";

    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");
    private static final int SEE_OTHER = 303;

    /** No two rounds of a city are about the same period. */
    private static final AtomicInteger PERIODS = new AtomicInteger(100);

    private final CityDatabase database;
    private final ProductionApplication application;
    private final Http administrator;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    private City(CityDatabase database, ProductionApplication application, String administratorPassword) {
        this.database = database;
        this.application = application;
        this.administrator = application.http().as(ADMINISTRATOR, administratorPassword);
        passwords.put(ADMINISTRATOR, administratorPassword);
    }

    /** Starts the application, waits until it is ready; everybody of the municipality's file has a password. */
    static City open() {
        return open(FILE);
    }

    /** The same with another municipality's file. */
    public static City open(Path file) {
        return open(file, Map.of());
    }

    /** @return a port for an application that somebody has to know before it starts */
    public static int freePort() {
        return ProductionApplication.freePort();
    }

    /**
     * The same with further settings.
     *
     * @param settings variables of the environment; {@code SERVER_PORT} among them is where it listens
     */
    public static City open(Path file, Map<String, String> settings) {
        CityDatabase database = new CityDatabase();
        String administratorPassword = UUID.randomUUID().toString();
        Map<String, String> environment = new HashMap<>(ComposeFile.environment(database, administratorPassword, file));
        // Rows are compared before and after a refusal: nothing is counted beside it. Views count what is not counted
        // yet themselves.
        environment.put("KREISLAUFSTADT_MONITORING_COUNTING", "-");
        environment.putAll(settings);
        String initialPassword = UUID.randomUUID().toString();
        environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", initialPassword);
        ProductionApplication application = ProductionApplication.starting(environment);
        try {
            City city = new City(database, application.awaitReady(), administratorPassword);
            city.everybodyHas(initialPassword);
            return city;
        } catch (RuntimeException | AssertionError e) {
            application.close();
            database.close();
            throw e;
        }
    }

    private void everybodyHas(String password) {
        List<String> people = people();
        people.forEach(user -> passwords.put(user, password));
        for (String wrong : List.of("", people.get(0), "null")) {
            assertThat(application
                            .http()
                            .as(people.get(0), wrong)
                            .get("/engine-rest/task/count")
                            .status())
                    .as("%s with another password", people.get(0))
                    .isEqualTo(401);
        }
    }

    /** @return ids of everybody of the municipality, without the administrator */
    List<String> people() {
        Answer answer = administrator.get("/engine-rest/user?maxResults=2000");
        assertThat(answer.status()).as("users: %s", answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(user -> user.path("id").asText())
                .filter(user -> !user.equals(ADMINISTRATOR))
                .sorted()
                .toList();
    }

    /** @return the desk of a department's clerk, e.g. {@code "wfm"}, or of its head, e.g. {@code "wfm-head"} */
    public Desk desk(String place) {
        String user = place.endsWith("-head") ? place.replace("-head", "-leitung") : place + "-sachbearbeitung";
        return deskOf(user);
    }

    Desk deskOf(String user) {
        return desks.computeIfAbsent(user, id -> new Desk(id, application.http().as(id, passwords.get(id))));
    }

    /** @return a desk at which somebody prefers another language than German */
    Desk deskIn(String language, String place) {
        String user = desk(place).user();
        return new Desk(user, application.http().as(user, passwords.get(user)).with("Accept-Language", language));
    }

    /** @return a desk at which nobody has signed in */
    Desk stranger() {
        return new Desk("nobody", application.http());
    }

    /** @return where a browser finds a page of the application, e.g. {@code /camunda/app/tasklist/default/} */
    public String address(String path) {
        return application.address(path);
    }

    /** @return the password of somebody of the municipality, as its administrator has given it */
    public String passwordOf(String user) {
        return passwords.get(user);
    }

    Http administrator() {
        return administrator;
    }

    /**
     * Lets the date of a timer be now: the only thing a test cannot wait for is a date. The application's own job executor
     * then fires it.
     */
    public void dateArrives(String number, String event) {
        List<String> jobs = database.values("""
                select j.id_ from camunda.act_ru_job j
                join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
                join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
                where e.business_key_ = ? and d.act_id_ = ?
                """, number, event);
        assertThat(jobs).as("timer %s of %s", event, number).isNotEmpty();
        // Nobody of the application may move a timer; the clock of the database can.
        for (String job : jobs) {
            database.sql("update camunda.act_ru_job set duedate_ = timestamp '2020-01-01' where id_ = ?")
                    .param(job)
                    .update();
        }
    }

    /**
     * Lets a task have been overdue for so long that its head is asked. The stage is put where the morning's run would have
     * planned it, which does nothing on a Sunday; what follows is the application's own work.
     */
    public void escalates(String number, String task) {
        int planned = database.sql("""
                        insert into kreislaufstadt.reminder (id, municipality_id, measure_id, task_id, task_key, stage, action,
                                                             anchor, planned_on)
                        select gen_random_uuid(), m.municipality_id, m.id, t.id_, t.task_def_key_, 'DUE+5', 'ESCALATE',
                               current_date, current_date
                        from camunda.act_ru_task t
                        join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
                        join kreislaufstadt.measure m on m.number = e.business_key_ and m.municipality_id = t.tenant_id_
                        where e.business_key_ = ? and t.task_def_key_ = ?
                        """).params(number, task).update();
        assertThat(planned).as("task %s of %s", task, number).isEqualTo(1);
        String watchedDay = database.value("""
                        select e.business_key_ from camunda.act_ru_job j
                        join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
                        join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
                        join kreislaufstadt.measure m on m.municipality_id = j.tenant_id_
                        where d.act_id_ = 'deadline-morning' and m.number = ?
                        """, number);
        dateArrives(watchedDay, "deadline-morning");
    }

    /** Lets the last day of the open tasks of this kind have passed. */
    public void becomesOverdue(String number, String task) {
        tasksChange(number, task, "due_date_", "2020-01-01 23:59:59");
    }

    /** Lets the day have come until which the open tasks of this kind were put off. */
    public void followUpArrives(String number, String task) {
        tasksChange(number, task, "follow_up_date_", "2020-01-01 00:00:00");
    }

    private void tasksChange(String number, String task, String column, String moment) {
        List<String> tasks = database.values("""
                select t.id_ from camunda.act_ru_task t
                join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = ? and t.task_def_key_ = ?
                """, number, task);
        assertThat(tasks).as("task %s of %s", task, number).isNotEmpty();
        for (String id : tasks) {
            database.sql("update camunda.act_ru_task set " + column + " = cast(? as timestamp) where id_ = ?")
                    .params(moment, id)
                    .update();
        }
    }

    /** @return a browser in which this person is signed in to Tasklist */
    Http tasklist(String user) {
        Http browser = application.http();
        Answer answer = browser.signIn(user, passwords.get(user), "tasklist");
        assertThat(answer.status())
                .as("%s in Tasklist: %s", user, answer.body())
                .isEqualTo(200);
        return browser;
    }

    /** The climate unit opens a reporting round for one measure, about a period of its own. @return key of the round */
    public String opensRound(String number) {
        LocalDate today = LocalDate.now(Course.ZONE);
        ObjectNode round = Forms.object();
        round.put("name", "Halbjahresbericht")
                .put("periodFrom", today.minusDays(PERIODS.incrementAndGet()).toString())
                .put("periodTo", today.toString())
                .put("cutOff", today.toString())
                .put("due", today.plusDays(28).toString())
                .putArray("measures")
                .add(number);
        Answer answer = tasklist(UNIT).post(ROUNDS, round.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("key").asText();
    }

    /** The climate unit begins the publication of a decided measure. */
    public void beginsPublication(String number) {
        Answer answer =
                tasklist(UNIT).post("/camunda/api/kreislaufstadt/measures/" + number + "/publication/begin", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Somebody without account asks on the page of a public measure; what comes back too quickly for a person may come again. */
    public void isAsked(String number, String text, String mail) {
        Http citizen = application.http();
        String page = database.value(
                "select '/' || municipality_id || '/massnahmen/' || slug from kreislaufstadt.released_measure where number = ?",
                number);
        Matcher mark = MARK.matcher(citizen.get(page + "/frage").body());
        assertThat(mark.find()).as("form below %s", page).isTrue();
        String form = "mark=" + encoded(mark.group(1)) + "&text=" + encoded(text) + "&mail=" + encoded(mail);
        await("question about " + number)
                .atMost(Duration.ofSeconds(20))
                .until(() -> citizen.sendForm(page + "/frage", form).status() == SEE_OTHER);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The paper of a round whose reports are all in is written, and the head of the climate unit releases it. */
    public void releasesRound(String key, String paperNumber) {
        waitUntil(key, "CLOSED");
        ObjectNode paper = Forms.object();
        paper.put("number", paperNumber)
                .put("date", LocalDate.now(Course.ZONE).toString())
                .put("text", "Der Rat nimmt den Bericht zur Kenntnis.");
        Answer kept = tasklist(UNIT).send("PUT", ROUNDS + "/" + key + "/paper", paper.toString());
        assertThat(kept.status()).as(kept.body()).isEqualTo(204);
        Answer released = tasklist(UNIT_HEAD).post(ROUNDS + "/" + key + "/release", "{}");
        assertThat(released.status()).as(released.body()).isEqualTo(204);
        waitUntil(key, "FROZEN");
    }

    /** The climate unit asks for a new report in place of one that never changes any more. */
    public void asksForCorrection(String key, String number) {
        ObjectNode wanted = Forms.object().put("number", number).put("request", "Die Zahl der Bauteile war falsch.");
        Answer answer = tasklist(UNIT).post(ROUNDS + "/" + key + "/corrections", wanted.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void waitUntil(String key, String state) {
        await("round " + key + " " + state)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(database.value(
                                "select state from kreislaufstadt.reporting_round where round_key = ?", key))
                        .isEqualTo(state));
    }

    /** Gives guests a week to object to the minutes of a measure's workshops, which the files of these cities do not. */
    public void givesTimeToObject(String number) {
        int minutes = database.sql("""
                        update kreislaufstadt.workshop_minutes set objections_until = current_date + 7
                        where workshop_id in (select w.id from kreislaufstadt.workshop w
                                              join kreislaufstadt.measure m on m.id = w.measure_id where m.number = ?)
                        """).param(number).update();
        assertThat(minutes).as("minutes of %s", number).isPositive();
    }

    /** @return what the application has stored: the first column of the only row, as text */
    public String stored(String sql, Object... parameters) {
        return database.value(sql, parameters);
    }

    /** @return how many sessions of a provider's people the provider itself has ended by telling us so */
    public int sessionsEndedBy(String provider) {
        return database.values("select sid from kreislaufstadt.ended_session where provider = ?", provider)
                .size();
    }

    CityDatabase database() {
        return database;
    }

    String log() {
        return application.log();
    }

    /** Reads a file of the sources, e.g. an example of a form. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
