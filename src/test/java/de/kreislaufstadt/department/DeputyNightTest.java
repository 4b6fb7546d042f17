package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The night after a deputy's last day. */
@ApplicationTest
class DeputyNightTest {

    private static final String ABSENT = "klima-sachbearbeitung";
    private static final String DEPUTY = "planung-sachbearbeitung";

    @Autowired
    private DeputyTable table;

    @Autowired
    private DeputyRegister register;

    @Autowired
    private DeputyDesk desk;

    @Autowired
    private Office office;

    private final LocalDate today = CityDay.today();

    @BeforeEach
    @AfterEach
    void nobodyIsAway() {
        office.jdbc().sql("delete from deputy").update();
        register.renew();
    }

    @Test
    void claimedTasksGoBackToTheirGroupAndOwnOnesStay() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(measure, "review-proposal").get(0);
        named(today, today.plusDays(365));
        claims(task);
        assertThat(office.as(DEPUTY).sees(measure)).containsExactly("review-proposal");

        office.jdbc()
                .sql("update deputy set first_day = :yesterday, last_day = :yesterday")
                .param("yesterday", today.minusDays(1))
                .update();
        register.renew();
        assertThat(office.as(DEPUTY).sees(measure))
                .as("from midnight on, although the claim is still there")
                .isEmpty();
        desk.newDay();
        assertThat(office.open(measure, "review-proposal").get(0).getAssignee()).isNull();
        office.as(ABSENT).completes(measure, "review-proposal");
    }

    @Test
    void aTaskStaysWithWhoMayStillDoIt() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(measure, "review-proposal").get(0);
        named(today.minusDays(2), today.minusDays(1));
        named(today, today.plusDays(1));
        claims(task);
        desk.newDay();
        assertThat(office.open(measure, "review-proposal").get(0).getAssignee())
                .as("another deputyship goes on")
                .isEqualTo(DEPUTY);
    }

    private void named(LocalDate first, LocalDate last) {
        table.insert(
                new Deputyship(
                        UUID.randomUUID(),
                        Office.MUNICIPALITY,
                        ABSENT,
                        null,
                        DEPUTY,
                        first,
                        last,
                        Deputyship.FIRST,
                        List.of(),
                        false),
                ABSENT,
                last.plusYears(1));
        register.renew();
    }

    private void claims(Task task) {
        office.as(DEPUTY).signedIn(() -> {
            office.tasks().claim(task.getId(), DEPUTY);
            return null;
        });
    }
}
