package de.kreislaufstadt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.KreislaufstadtApplication;
import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Passwords;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoCityIT {

    private static final String MUENSTER = "muenster";
    private static final String PASSWORD = "a-password-for-the-demo";

    @TempDir
    private Path folder;

    @Test
    void theDemoCityIsTheSameAfterASecondStart() {
        try (ConfigurableApplicationContext first = start()) {
            checkMeasures(first);
            assertThat(first.getBean(Accounts.class).loginOf("wfm-leitung"))
                    .hasValueSatisfying(login -> assertThat(login.groups())
                            .contains("muenster-wfm", "muenster-wfm-head", "muenster-staff", "muenster-managers"));
            assertThat(first.getBean(Passwords.class).matches("admin", PASSWORD))
                    .isTrue();
        }
        try (ConfigurableApplicationContext second = start()) {
            checkMeasures(second);
        }
    }

    @Test
    void allMembersOfTheAssociationWorkInTheDemoThatIsStartedWithThem() {
        try (ConfigurableApplicationContext first = startAll()) {
            first.getBean(DemoModelApproach.class).ended().join();
            checkMembers(first);
        }
        try (ConfigurableApplicationContext second = startAll()) {
            second.getBean(DemoModelApproach.class).ended().join();
            checkMembers(second);
        }
        try (ConfigurableApplicationContext quick = start()) {
            checkMembers(quick);
        }
    }

    private static void checkMembers(ConfigurableApplicationContext demo) {
        Municipalities municipalities = demo.getBean(Municipalities.class);
        assertThat(municipalities.all()).hasSize(22);
        assertThat(municipalities.tenants()).hasSize(23).contains("verbund");
        assertThat(demo.getBean(Association.class).members(LocalDate.of(2026, 1, 1)))
                .as("each works here, under the name it is a member by")
                .hasSize(22)
                .allSatisfy(member ->
                        assertThat(municipalities.nameOf(member.municipality())).isEqualTo(member.name()));
        assertThat(demo.getBean(Association.class).allMembers())
                .filteredOn(Member::caseCity)
                .extracting(Member::municipality)
                .containsExactlyInAnyOrder("muenster", "bottrop", "hamburg", "frankfurt");
        JdbcClient jdbc = demo.getBean(JdbcClient.class);
        assertThat(jdbc.sql("""
                        select count(*) || ' ' || count(distinct m.state) from measure m
                        where m.municipality_id <> 'muenster'
                        """).query(String.class).single())
                .as("three measures in each of the others, in all phases")
                .isEqualTo("63 6");
        assertThat(jdbc.sql("""
                        select count(distinct tenant_id_) from camunda.act_ru_task
                        where tenant_id_ not in ('muenster', 'verbund')
                        """).query(Integer.class).single())
                .as("each has something to do")
                .isEqualTo(21);
        checkModelApproach(jdbc);
    }

    private static void checkModelApproach(JdbcClient jdbc) {
        assertThat(jdbc.sql("select component || ' ' || state from component_round order by 1")
                        .query(String.class)
                        .list())
                .as("each component once, as far as the people of the demo have brought it")
                .containsExactly("PROCESSES COMMENTING", "STRATEGY CONSOLIDATING", "VISION_GOALS PUBLISHED");
        assertThat(jdbc.sql("select count(distinct municipality_id) from component_release")
                        .query(Integer.class)
                        .single())
                .as("cities that have released how far they are")
                .isEqualTo(9);
    }

    private static void checkMeasures(ConfigurableApplicationContext city) {
        Measures measures = city.getBean(Measures.class);
        JdbcClient jdbc = city.getBean(JdbcClient.class);
        Measure real = measures.findByNumber(MUENSTER, "WW-09").orElseThrow();
        assertThat(real.state()).isEqualTo(MeasureState.STARTER_PROJECTS);
        assertThat(city.getBean(Lifecycles.class).isRunning(MUENSTER, "WW-09")).isTrue();
        assertThat(jdbc.sql("select source_document from measure_version where measure_id = :id order by version")
                        .param("id", real.id())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("Klimastadtvertrag der Stadt Münster, Aktionsplan", "Ratsvorlage V/0573/2024"));
        assertThat(jdbc.sql("select count(*) from step where measure_id = :id and origin = 'TAKEN_OVER'")
                        .param("id", real.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
        assertThat(openTasks(jdbc))
                .containsExactly(
                        "BE-01 check-registrations",
                        "BE-01 prepare-workshop",
                        "BS-01 review-proposal",
                        "BS-02 review-proposal",
                        "KH-01 plan-work-packages",
                        "KH-01 release-publication",
                        "WW-09 clarify-for-head",
                        "WW-09 clarify-overdue-task",
                        "WW-09 sketch-project",
                        "WW-09 sketch-project");
        assertThat(jdbc.sql("select number || ' ' || version from released_measure order by number")
                        .query(String.class)
                        .list())
                .as("public with the first version")
                .containsExactly("BE-01 1", "WW-09 1");
        assertThat(jdbc.sql("select kind from task_event order by position")
                        .query(String.class)
                        .list())
                .containsExactly("ASKED", "FOLLOW_UP");
        assertThat(jdbc.sql("select absent_by || ' ' || deputy_by from deputy")
                        .query(String.class)
                        .list())
                .containsExactly("immobilien-sachbearbeitung planung-sachbearbeitung");
        assertThat(jdbc.sql("select count(*) from workshop_invitation where answer = 'OPEN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(12);
    }

    private static List<String> openTasks(JdbcClient jdbc) {
        return jdbc.sql("""
                        select distinct t.id_, coalesce(e.business_key_, '') || ' ' || t.task_def_key_ as line
                          from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ order by line
                        """).query((row, number) -> row.getString("line")).list();
    }

    /** The association's steps follow each other by jobs. */
    private ConfigurableApplicationContext startAll() {
        return start("--kreislaufstadt.demo.association=true", "--camunda.bpm.job-execution.enabled=true");
    }

    private ConfigurableApplicationContext start() {
        return start("--camunda.bpm.job-execution.enabled=false");
    }

    private ConfigurableApplicationContext start(String... more) {
        return new SpringApplicationBuilder(KreislaufstadtApplication.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.profiles.active=demo",
                                        "--server.port=0",
                                        "--kreislaufstadt.demo.directory=" + folder,
                                        "--kreislaufstadt.demo.password=" + PASSWORD),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
