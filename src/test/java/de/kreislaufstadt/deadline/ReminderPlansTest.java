package de.kreislaufstadt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.department.ReminderStage;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.support.ApplicationTest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of stages, and what a municipality sets instead of it. */
@ApplicationTest
class ReminderPlansTest {

    @Autowired
    private Decisions decisions;

    @Test
    void theTableKnowsTheUsualRhythmAndThatOfTheSurvey() {
        ReminderPlans plans = plans(Map.of());
        assertThat(plan(plans, "review-proposal")).containsExactly("DUE-3", "DUE", "DUE+2", "DUE+5 ESCALATE");
        assertThat(plan(plans, "answer-survey")).containsExactly("DUE+5 ESCALATE", "CREATED+10", "CREATED+15");
        assertThat(plan(plans, "clarify-overdue-task")).containsExactly("DUE");
        assertThat(plan(plans, "clarify-for-head")).containsExactly("DUE");
    }

    @Test
    void aMunicipalitySetsOneTaskOrAllThatHaveNoRhythmOfTheirOwn() {
        ReminderPlans plans = plans(Map.of("default", "DUE-1", "decide-measure", "DUE-10, DUE+1 ESCALATE"));
        assertThat(plan(plans, "review-proposal")).containsExactly("DUE-1");
        assertThat(plan(plans, "decide-measure")).containsExactly("DUE-10", "DUE+1 ESCALATE");
        assertThat(plan(plans, "answer-survey")).as("has its own").hasSize(3);
    }

    @Test
    void aMunicipalityCanSwitchRemindersOff() {
        assertThat(plan(plans(Map.of("review-proposal", "")), "review-proposal"))
                .isEmpty();
    }

    private static List<String> plan(ReminderPlans plans, String task) {
        return plans.of(TestMunicipalities.MUENSTER, task).stream()
                .map(ReminderStage::toString)
                .toList();
    }

    private ReminderPlans plans(Map<String, String> settings) {
        Municipalities municipalities = (Municipalities) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Municipalities.class},
                (proxy, method, arguments) ->
                        set(settings, method.getName().equals("usualReminders") ? "default" : (String) arguments[1]));
        return new ReminderPlans(decisions, municipalities);
    }

    private static Optional<List<ReminderStage>> set(Map<String, String> settings, String task) {
        return Optional.ofNullable(settings.get(task))
                .map(text -> Arrays.stream(text.split(", "))
                        .flatMap(stage -> ReminderStage.parse(stage).stream())
                        .toList());
    }
}
