package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.released.MunicipalPages;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class MunicipalityFilesTest {

    private static final String MUENSTER = "muenster";

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    private final RecordedAccounts accounts = new RecordedAccounts();
    private DataSource database;
    private JdbcClient jdbc;
    private Directory directory;
    private VersionTable versions;
    private final RunningMeasures running = new RunningMeasures();
    private final List<Object> heard = new ArrayList<>();
    private MunicipalityFiles files;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() {
        database = postgres.getPostgresDatabase();
        jdbc = JdbcClient.create(database);
        jdbc.sql("drop schema public cascade").update();
        jdbc.sql("create schema public").update();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V002__municipality.sql"),
                        new ClassPathResource("db/migration/V100__dezernat.sql"),
                        new ClassPathResource("db/migration/V241__claimed_group.sql"),
                        new ClassPathResource("db/migration/V255__municipality_version.sql"),
                        new ClassPathResource("db/migration/V312__setting_of_views.sql"),
                        new ClassPathResource("db/migration/V347__municipal_text.sql"),
                        new ClassPathResource("db/migration/V385__association_as_tenant.sql"))
                .execute(database);
        files = filesOn("2026-03-02", List.of());
        heard.clear();
    }

    /** Also sets the directory to that day. */
    private MunicipalityFiles filesOn(String day, List<String> locations) {
        Clock clock = Clock.fixed(Instant.parse(day + "T08:00:00Z"), ZoneId.of("Europe/Berlin"));
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database);
        CityTable table = new CityTable(jdbc, batches);
        versions = new VersionTable(jdbc, batches);
        Cities cities = new Cities(table, clock);
        DepartmentSettings settings = new DepartmentSettings(locations, "anfang");
        directory = new Directory(cities, clock);
        return new MunicipalityFiles(
                settings,
                new DefaultResourceLoader(),
                new MunicipalityRegister(
                        new Provisioning(
                                table, new DeclaredAccountTable(jdbc), accounts, settings, new ClaimedGroups(jdbc)),
                        versions,
                        accounts,
                        running,
                        TestSteps.create(),
                        jdbc,
                        cities,
                        new RecordedAssociation(),
                        heard::add,
                        clock),
                versions,
                cities,
                new DataSourceTransactionManager(database),
                clock);
    }

    @Test
    void aFileMakesTenantGroupsAndPeople() throws IOException {
        apply(MunicipalityFileTest.VALID);
        assertThat(accounts.tenants).containsEntry(MUENSTER, "Stadt Münster");
        assertThat(accounts.groups)
                .containsOnlyKeys(
                        "muenster-auditors",
                        "muenster-klima",
                        "muenster-klima-head",
                        "muenster-managers",
                        "muenster-monitors",
                        "muenster-rat-alt",
                        "muenster-rat-alt-head",
                        "muenster-ratsservice",
                        "muenster-ratsservice-head",
                        "muenster-staff",
                        "muenster-wfm",
                        "muenster-wfm-head");
        assertThat(accounts.kinds)
                .containsEntry("muenster-wfm", Accounts.Kind.DEPARTMENT)
                .containsEntry("muenster-wfm-head", Accounts.Kind.DEPARTMENT_HEAD)
                .containsEntry("muenster-staff", Accounts.Kind.STAFF)
                .containsEntry("muenster-managers", Accounts.Kind.MANAGERS)
                .containsEntry("muenster-monitors", Accounts.Kind.MONITORS)
                .containsEntry("muenster-auditors", Accounts.Kind.AUDITORS);
        assertThat(accounts.people.get("wfm-sachbearbeitung"))
                .isEqualTo(new RecordedAccounts.Person(
                        "Sachbearbeitung Wirtschaftsförderung", List.of("muenster-wfm", "muenster-staff"), "anfang"));
        assertThat(accounts.people.get("rat-leitung").groups())
                .as("the head of a successor also leads the unit that ended")
                .containsExactly(
                        "muenster-rat-alt",
                        "muenster-rat-alt-head",
                        "muenster-ratsservice",
                        "muenster-ratsservice-head",
                        "muenster-staff",
                        "muenster-managers");
    }

    @Test
    void theDirectoryAnswersWhatTheFileSays() throws IOException {
        apply(MunicipalityFileTest.VALID);
        assertThat(directory.options(MUENSTER)).extracting("value").containsExactly("ratsservice", "klima", "wfm");
        assertThat(directory.nameOf(MUENSTER, "rat-alt")).isEqualTo("Ratsbüro");
        assertThat(directory.nameOf(MUENSTER, "presse")).isEqualTo("presse");
        assertThat(directory.isCurrent(MUENSTER, "rat-alt")).isFalse();
        assertThat(directory.currentOf(MUENSTER, "rat-alt")).isEqualTo("ratsservice");
        assertThat(directory.departmentWithRole(MUENSTER, "CLIMATE_UNIT")).contains("klima");
        assertThat(directory.departmentWithRole(MUENSTER, "ARCHIVE")).isEmpty();
        assertThat(directory.departmentsOf(MUENSTER, List.of("muenster-wfm", "muenster-staff", "bonn-klima")))
                .containsExactly("wfm");
        assertThat(directory.roleFor(MUENSTER, "offer-to-archive")).contains("CLIMATE_UNIT");
        assertThat(directory.roleFor(MUENSTER, "review-proposal")).isEmpty();
        assertThat(directory.workingDays(MUENSTER, "objection-period")).hasValue(0);
        assertThat(directory.recurrence(MUENSTER, "exchange")).contains("R/P1M");
        assertThat(directory.paperNumberPattern(MUENSTER)).isPresent();
        assertThat(directory.federalState(MUENSTER)).isEqualTo(FederalState.NW);
        assertThat(directory.closingDays(MUENSTER)).hasSize(1);
        assertThat(directory.all()).containsExactly(MUENSTER);
        assertThatIllegalArgumentException().isThrownBy(() -> directory.nameOf("bonn"));
    }

    @Test
    void applyingAgainChangesNothing() throws IOException {
        apply(MunicipalityFileTest.VALID);
        List<String> before = everyRow();
        apply(MunicipalityFileTest.VALID);
        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void whatIsReadBackIsWhatWasApplied() throws IOException {
        String text = MunicipalityFileTest.VALID + MunicipalityFileTest.EXTRAS;
        apply(text);
        MunicipalityFile held =
                versions.file(MUENSTER, versions.latest(MUENSTER).orElseThrow());
        MunicipalityFileReader reader = new MunicipalityFileReader();
        assertThat(held).isEqualTo(reader.read("", text));
        String exported = new MunicipalityFileWriter().write(held);
        assertThat(reader.read("", exported)).as(exported).isEqualTo(held);
        List<String> before = everyRow();
        apply(exported);
        assertThat(everyRow()).isEqualTo(before);
        assertThat(directory.scoreWeights(MUENSTER)).containsEntry("COST", 40);
        assertThat(directory.retention(MUENSTER, "invitations")).contains(Period.ofDays(14));
        assertThat(directory.look(MUENSTER).colour()).isEqualTo("#7a1f1f");
        assertThat(directory.showsOpenTasksPerPerson(MUENSTER)).isTrue();

        apply(MunicipalityFileTest.VALID);
        assertThat(directory.showsOpenTasksPerPerson(MUENSTER))
                .as("off unless the file says so")
                .isFalse();
    }

    @Test
    void thePublicPagesSayWhatTheFileSays() throws IOException {
        PublicPagesInTables pages = new PublicPagesInTables(jdbc, new ObjectMapper());
        assertThat(pages.find(MUENSTER)).isEmpty();
        apply(MunicipalityFileTest.VALID);
        assertThat(pages.find(MUENSTER))
                .contains(new MunicipalPages.Municipality(
                        MUENSTER,
                        "Stadt Münster",
                        "05515000",
                        null,
                        null,
                        null,
                        new MunicipalPages.Texts(null, null, null, null)));

        apply(MunicipalityFileTest.VALID + MunicipalityFileTest.EXTRAS);
        MunicipalPages.Municipality city = pages.find(MUENSTER).orElseThrow();
        assertThat(city.colour()).isEqualTo("#7a1f1f");
        assertThat(city.contactMail()).isEqualTo("klima@example.org");
        assertThat(city.homepage()).isEqualTo("https://www.example.org/");
        assertThat(city.texts())
                .isEqualTo(new MunicipalPages.Texts(
                        "## Impressum\n\nStadt Münster",
                        "Es werden keine Daten gespeichert.",
                        "Die Seiten sind barrierefrei.",
                        "Das ist einfach."));
        assertThat(city.staleAfter()).isEqualTo(Period.ofMonths(18));
        assertThat(city.catalogue())
                .isEqualTo(new MunicipalPages.Catalogue(
                        "http://example.org/portal",
                        List.of("ENVI", "ENER"),
                        "Klimaportal",
                        "http://dcat-ap.de/def/licenses/cc-by/4.0",
                        false));
        assertThat(pages.all()).containsExactly(city);
        assertThat(directory.publicMailAddresses(MUENSTER))
                .containsExactlyInAnyOrder("klima@example.org", "buergerinfo@example.org");
        assertThat(directory.publicPhoneNumbers(MUENSTER)).containsExactly("0251 492-0");
        assertThat(directory.publishesByItself(MUENSTER)).isFalse();
        assertThat(directory.visibility(MUENSTER))
                .isEqualTo(Map.of("funding", "DEPARTMENT", "projectScore", "INTERNAL"));

        apply(MunicipalityFileTest.VALID);
        assertThat(pages.find(MUENSTER).orElseThrow().contactMail()).isNull();
        assertThat(directory.publishesByItself(MUENSTER))
                .as("unless the file says otherwise")
                .isTrue();
        assertThat(directory.visibility(MUENSTER)).isEmpty();
    }

    @Test
    void whoKeepsSomethingOfAMunicipalityHearsWhenItHasChangedAndOnlyThen() throws IOException {
        apply(MunicipalityFileTest.VALID);
        assertThat(heard).containsExactly(new MunicipalityApplied(MUENSTER));
        apply(MunicipalityFileTest.VALID);
        assertThat(heard).hasSize(1);
        apply(MunicipalityFileTest.VALID + MunicipalityFileTest.EXTRAS);
        assertThat(heard).hasSize(2);
    }

    @Test
    void whatNoFileDeclaresAnyMoreBelongsToThePageAndHolds() throws IOException {
        String text =
                MunicipalityFileTest.VALID.replace("key: wfm,", "key: wfm, validUntil: 2026-03-31, successor: klima,");
        apply(text);
        MunicipalityFiles later = filesOn("2026-04-01", List.of());
        later.afterSingletonsInstantiated();
        assertThat(later.configured()).isEmpty();
        assertThat(directory.isCurrent(MUENSTER, "wfm")).isFalse();
        assertThat(accounts.people.get("wfm-sachbearbeitung").groups()).contains("muenster-klima");
    }

    @Test
    void aMunicipalityEndsOnlyWhenNothingRunsAndThenNobodySignsInToIt() throws IOException {
        apply(MunicipalityFileTest.VALID);
        String ending = MunicipalityFileTest.VALID.replace(
                "  federalState: NW", "  federalState: NW\n  validUntil: 2026-03-31");
        List<String> before = everyRow();
        running.numbers = List.of("BE-01", "WW-09");
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> apply(ending))
                .withMessageEndingWith(
                        "municipality.validUntil: die Kommune kann nicht enden, solange Maßnahmen laufen (2: BE-01, WW-09)");
        assertThat(everyRow()).isEqualTo(before);

        running.numbers = List.of();
        Path file = write("muenster.yaml", ending);
        files.apply(List.of(file.toString()));
        assertThat(directory.lastDay(MUENSTER)).contains(LocalDate.of(2026, 3, 31));
        assertThat(accounts.people).isNotEmpty();
        filesOn("2026-04-01", List.of(file.toString())).applyForTheNewDay();
        assertThat(directory.hasEnded(MUENSTER)).isTrue();
        assertThat(accounts.people).isEmpty();
        assertThat(directory.nameOf(MUENSTER, "klima")).as("its data stays").isEqualTo("Stabsstelle Klima");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bonn-leitung", "p-abcdefghijklmnop"})
    void aFileCannotMakePeopleOfOthersItsOwn(String id) {
        accounts.people.put("bonn-leitung", new RecordedAccounts.Person("", List.of("bonn-klima"), null));
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> apply(MunicipalityFileTest.VALID.replace("id: rat-leitung", "id: " + id)))
                .withMessageEndingWith(
                        "people[1] (" + id + ").id: diese Kennung gehört zu einem Zugang außerhalb dieser Kommune");
        assertThat(directory.all()).isEmpty();
    }

    @Test
    void aChangedFileRenamesEndsAndRemoves() throws IOException {
        apply(MunicipalityFileTest.VALID);
        accounts.people.put("set-by-hand", new RecordedAccounts.Person("", List.of(), null));
        apply(MunicipalityFileTest.VALID
                .replace("name: Stabsstelle Klima", "name: Klimaamt")
                .replaceFirst(".*key: wfm,.*\n", "")
                .replaceFirst(".*id: wfm-sachbearbeitung.*\n", ""));
        assertThat(directory.nameOf(MUENSTER, "klima")).isEqualTo("Klimaamt");
        assertThat(directory.isCurrent(MUENSTER, "wfm")).isFalse();
        assertThat(directory.nameOf(MUENSTER, "wfm")).isEqualTo("Wirtschaftsförderung");
        assertThat(accounts.people)
                .as("only accounts of the file are removed")
                .containsOnlyKeys("rat-leitung", "set-by-hand");
    }

    @Test
    void onTheDayAfterItsLastTheSuccessorTakesOver() throws IOException {
        String text = MunicipalityFileTest.VALID
                .replace("key: wfm,", "key: wfm, validUntil: 2026-03-31, successor: klima,")
                .replace("department: ratsservice, head", "department: klima, head");
        List<String> locations = List.of(write("muenster.yaml", text).toString());
        filesOn("2026-03-31", locations).applyForTheNewDay();
        assertThat(directory.isCurrent(MUENSTER, "wfm")).isTrue();
        assertThat(accounts.people.get("rat-leitung").groups()).doesNotContain("muenster-wfm");
        filesOn("2026-04-01", locations).applyForTheNewDay();
        assertThat(directory.isCurrent(MUENSTER, "wfm")).isFalse();
        assertThat(accounts.people.get("rat-leitung").groups()).contains("muenster-wfm", "muenster-klima");
        assertThat(accounts.people.get("wfm-sachbearbeitung").groups())
                .as("people of the unit that ended go with its work")
                .contains("muenster-klima");
    }

    @Test
    void aFileThatIsWrongOverNightLeavesWhatHeld() throws IOException {
        apply(MunicipalityFileTest.VALID);
        List<String> before = everyRow();
        Path wrong = write("muenster.yaml", MunicipalityFileTest.VALID.replace("NW", "NRW"));
        filesOn("2026-03-03", List.of(wrong.toString())).applyForTheNewDay();
        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void aWrongFileChangesNothingNotEvenByTheRightFileBeforeIt() throws IOException {
        Path right = write("muenster.yaml", MunicipalityFileTest.VALID);
        Path wrong = write("bonn.yaml", MunicipalityFileTest.VALID);
        assertThatExceptionOfType(MunicipalityFileRefused.class)
                .isThrownBy(() -> files.apply(List.of(right.toString(), wrong.toString())))
                .withMessage(wrong + ", municipality.id muenster: steht auch in " + right);
        assertThat(directory.all()).isEmpty();
    }

    @Test
    void afterAFailureNothingIsApplied() throws IOException {
        accounts.broken = true;
        Path file = write("muenster.yaml", MunicipalityFileTest.VALID);
        assertThatIllegalStateException().isThrownBy(() -> files.apply(List.of(file.toString())));
        assertThat(directory.all()).isEmpty();
    }

    private void apply(String text) throws IOException {
        files.apply(List.of(write("muenster.yaml", text).toString()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** With the transaction that wrote each: a row that was written again as it was counts as changed. */
    private List<String> everyRow() {
        return jdbc.sql("""
                        select xmin || to_jsonb(m)::text from municipality m
                        union all select xmin || to_jsonb(d)::text from department d
                        union all select xmin || to_jsonb(r)::text from department_role r
                        union all select xmin || to_jsonb(c)::text from closing_day c
                        union all select xmin || to_jsonb(s)::text from municipality_setting s
                        union all select xmin || to_jsonb(a)::text from declared_account a
                        union all select xmin || to_jsonb(v)::text from municipality_version v
                        union all select xmin || to_jsonb(p)::text from municipality_version_person p
                        order by 1
                        """).query(String.class).list();
    }
}
