package de.kreislaufstadt.process;

import static de.kreislaufstadt.process.DecisionModels.collect;
import static de.kreislaufstadt.process.DecisionModels.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that assess stakeholders, workshops and projects and name what guides them, row by row and at their borders. */
class DecisionTablesTest {

    @Nested
    class StakeholderQuadrant {

        @ParameterizedTest
        @CsvSource({
            "4, 4, KEY_PLAYER, COOPERATION",
            "3, 3, KEY_PLAYER, COOPERATION",
            "3, 2, KEEP_SATISFIED, CONSULTATION",
            "4, 1, KEEP_SATISFIED, CONSULTATION",
            "2, 3, KEEP_INFORMED, PARTICIPATION",
            "1, 4, KEEP_INFORMED, PARTICIPATION",
            "2, 2, MONITOR, INFORMATION",
            "1, 1, MONITOR, INFORMATION"
        })
        void followsInfluenceAndInterest(int influence, int interest, String quadrant, String involvement) {
            assertThat(evaluate("stakeholder-quadrant", Map.of("influence", influence, "interest", interest))
                            .getSingleResult()
                            .getEntryMap())
                    .containsOnly(entry("quadrant", quadrant), entry("involvement", involvement));
        }
    }

    @Nested
    class StakeholderAdvice {

        @Test
        void asksForATalkAndASupervisorWhereAnInfluentialOrganisationIsOpposed() {
            assertThat(advice(3, 1, -1)).containsExactly("TALK_ONE_TO_ONE", "NAME_SUPERVISING_UNIT");
        }

        @Test
        void asksOnlyForASupervisorWhereAnInfluentialOrganisationIsNeutral() {
            assertThat(advice(4, 4, 0)).containsExactly("NAME_SUPERVISING_UNIT");
        }

        @Test
        void seesAMultiplierInAnInterestedSupporter() {
            assertThat(advice(2, 3, 2)).containsExactly("MULTIPLIER");
        }

        @Test
        void hasNothingToSayAboutALukewarmSupporter() {
            assertThat(advice(2, 3, 1)).isEmpty();
            assertThat(advice(2, 2, 2)).isEmpty();
            assertThat(advice(2, 4, -2)).isEmpty();
        }

        private List<Object> advice(int influence, int interest, int attitude) {
            return collect(
                    "stakeholder-advice",
                    "advice",
                    Map.of("influence", influence, "interest", interest, "attitude", attitude));
        }
    }

    @Nested
    class ComponentGuidance {

        @ParameterizedTest
        @CsvSource(
                delimiter = ':',
                value = {
                    "PROPOSED : VISION_GOALS",
                    "UNDER_REVIEW : VISION_GOALS STRATEGY",
                    "DECIDED : PROCESSES",
                    "KNOWLEDGE : VISION_GOALS INSTRUMENTS",
                    "STATUS_QUO : STRUCTURES PROCESSES",
                    "WORKSHOPS : STRUCTURES STRATEGY INSTRUMENTS",
                    "STARTER_PROJECTS : STRATEGY PRODUCTS",
                    "IMPLEMENTATION : PROCESSES INSTRUMENTS PRODUCTS",
                    "EVALUATION : VISION_GOALS PRODUCTS"
                })
        void namesTheComponentsOfAPhase(String phase, String components) {
            assertThat(collect("component-guidance", "component", Map.of("phase", phase)))
                    .containsExactly((Object[]) components.split(" "));
        }

        @ParameterizedTest
        @ValueSource(strings = {"COMPLETED", "PAUSED", "MERGED", "CANCELLED", "REJECTED", "DEFERRED"})
        void saysNothingAboutMeasuresThatRestOrHaveEnded(String state) {
            assertThat(collect("component-guidance", "component", Map.of("phase", state)))
                    .isEmpty();
        }
    }

    @Nested
    class WorkshopMix {

        @Test
        void isContentWithABalancedRound() {
            assertThat(warnings(round(10, 4, 5, 7, 5))).isEmpty();
        }

        @Test
        void warnsOfTooFewFromOneBelowTheMinimum() {
            assertThat(warnings(round(6, 4, 4, 5, 5))).isEmpty();
            assertThat(warnings(round(6, 4, 4, 5, 4))).containsExactly("TOO_FEW");
        }

        @Test
        void opensAWaitingListFromOneAboveTheMaximum() {
            assertThat(warnings(round(10, 6, 6, 8, 6))).isEmpty();
            assertThat(warnings(round(10, 7, 6, 8, 6))).containsExactly("WAITING_LIST");
        }

        @ParameterizedTest
        @ValueSource(strings = {"business", "chamber", "association", "administration", "university"})
        void missesEachOfTheFiveGroups(String group) {
            Map<String, Object> round = round(6, 6, 6, 6, 6);
            round.put(group, 0);
            assertThat(warnings(round)).containsExactly("GROUP_MISSING");
        }

        @Test
        void missesNoGroupInAnInternalWorkshop() {
            Map<String, Object> round = round(0, 0, 0, 12, 0);
            round.put("accepted", 30);
            round.put("kind", "INTERNAL");
            assertThat(warnings(round)).isEmpty();
        }

        @Test
        void callsAGroupOverweightAboveFortyPercent() {
            assertThat(warnings(round(12, 4, 5, 5, 4))).isEmpty();
            assertThat(warnings(round(13, 4, 4, 5, 4))).containsExactly("OVERWEIGHT");
        }

        @Test
        void doesNotStumbleOverARoundWithoutAnyAcceptance() {
            assertThat(warnings(round(0, 0, 0, 0, 0))).containsExactly("TOO_FEW", "GROUP_MISSING");
        }

        @Test
        void remembersKeyPlayersWithoutInvitation() {
            Map<String, Object> round = round(10, 4, 5, 7, 5);
            round.put("uninvitedKeyPlayers", 1);
            assertThat(warnings(round)).containsExactly("KEY_PLAYER_MISSING");
        }

        private Map<String, Object> round(
                int business, int chamber, int association, int administration, int university) {
            List<Integer> groups = List.of(business, chamber, association, administration, university);
            Map<String, Object> round = new HashMap<>();
            round.put("kind", "MIXED");
            round.put("minimum", 24);
            round.put("maximum", 36);
            round.put("accepted", groups.stream().mapToInt(Integer::intValue).sum());
            round.put("business", business);
            round.put("chamber", chamber);
            round.put("association", association);
            round.put("administration", administration);
            round.put("university", university);
            round.put(
                    "largestGroup",
                    groups.stream().mapToInt(Integer::intValue).max().orElse(0));
            round.put("uninvitedKeyPlayers", 0);
            return round;
        }

        private List<Object> warnings(Map<String, Object> round) {
            return collect("workshop-mix", "warning", round);
        }
    }

    @Nested
    class CircularityLevel {

        @ParameterizedTest
        @CsvSource({"R0, 5", "R1, 5", "R2, 5", "R3, 4", "R4, 4", "R5, 4", "R6, 3", "R7, 3", "R8, 2", "R9, 1"})
        void prefersAvoidingToRecovering(String strategy, int level) {
            assertThat(evaluate("circularity-level", Map.of("strategy", strategy))
                            .<Object>getSingleEntry())
                    .isEqualTo(level);
        }
    }

    @Nested
    class KnockOut {

        @ParameterizedTest
        @CsvSource({
            "unlawful, UNLAWFUL",
            "noBearer, NO_BEARER",
            "noRelationToField, NO_RELATION_TO_FIELD",
            "doubleFunding, DOUBLE_FUNDING",
            "reboundExceedsBenefit, REBOUND_EXCEEDS_BENEFIT"
        })
        void namesEachCriterion(String flag, String criterion) {
            assertThat(criteria(flag)).containsExactly(criterion);
        }

        @Test
        void namesAllCriteriaThatApply() {
            assertThat(criteria("unlawful", "doubleFunding")).containsExactly("UNLAWFUL", "DOUBLE_FUNDING");
        }

        @Test
        void namesNothingWhereNoCriterionApplies() {
            assertThat(criteria()).isEmpty();
        }

        private List<Object> criteria(String... raised) {
            Map<String, Object> flags = new HashMap<>();
            for (String flag :
                    List.of("unlawful", "noBearer", "noRelationToField", "doubleFunding", "reboundExceedsBenefit")) {
                flags.put(flag, List.of(raised).contains(flag));
            }
            return collect("knock-out", "criterion", flags);
        }
    }

    @Nested
    class Publication {

        @ParameterizedTest
        @CsvSource({
            "true, true, true, BLOCKED",
            "true, false, false, BLOCKED",
            "false, false, true, NOT_RELEASED",
            "false, false, false, NOT_RELEASED",
            "false, true, false, REWORK",
            "false, true, true, RELEASED"
        })
        void letsOutWhatNamesNobodyWasReleasedByTwoAndHasASource(
                boolean personalData, boolean released, boolean source, String result) {
            assertThat(evaluate(
                                    "publication",
                                    Map.of(
                                            "personalData",
                                            personalData,
                                            "fourEyesRelease",
                                            released,
                                            "sourceAndDate",
                                            source))
                            .<Object>getSingleEntry())
                    .isEqualTo(result);
        }
    }

    @Nested
    class ProjectScore {

        @Test
        void weighsTheWorkedExamples() {
            assertThat(score(5, 3, 5, 3, 3, 5, 4)).isEqualTo(7875);
            assertThat(score(3, 4, 2, 4, 3, 2, 3)).isEqualTo(5000);
        }

        @Test
        void runsFromNothingToAHundredPoints() {
            assertThat(score(1, 1, 1, 1, 1, 1, 1)).isZero();
            assertThat(score(5, 5, 5, 5, 5, 5, 5)).isEqualTo(10_000);
        }

        @Test
        void keepsQuartersOfAPoint() {
            assertThat(score(1, 1, 1, 1, 1, 1, 2)).isEqualTo(125);
        }

        @Test
        void countsAnUnquantifiableClimateEffectAsNeutral() {
            assertThat(score(5, null, 5, 3, 3, 5, 4)).isEqualTo(score(5, 3, 5, 3, 3, 5, 4));
        }

        @Test
        void hasWeightsThatAddUpToAHundred() {
            List<Object> weights = evaluate("project-score", "score-weights", levels(1, 1, 1, 1, 1, 1, 1))
                    .collectEntries("weight");
            assertThat(weights).hasSize(7);
            assertThat(weights.stream().mapToInt(weight -> (Integer) weight).sum())
                    .isEqualTo(100);
        }

        private int score(Integer... levels) {
            return evaluate("project-score", levels(levels)).getSingleEntry();
        }

        private Map<String, Object> levels(Integer... levels) {
            List<String> criteria = List.of(
                    "circularity",
                    "climateOrSociety",
                    "feasibility",
                    "regionalValue",
                    "visibility",
                    "cost",
                    "readiness");
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < levels.length; i++) {
                values.put(criteria.get(i), levels[i]);
            }
            return values;
        }
    }

    @Nested
    class StarterProjectDecision {

        @ParameterizedTest
        @CsvSource({
            "false, 5, 7875, STARTER_PROJECT",
            "false, 2, 5000, DEFERRED",
            "true, 5, 10000, REJECTED",
            "true, 1, 0, REJECTED",
            "false, 2, 10000, DEFERRED",
            "false, 3, 7000, STARTER_PROJECT",
            "false, 3, 6999, REWORK",
            "false, 3, 5000, REWORK",
            "false, 3, 4999, REJECTED"
        })
        void followsTheFirstRowThatApplies(boolean knockOut, int feasibility, int score, String recommendation) {
            DmnDecisionResult result = evaluate(
                    "starter-project-decision",
                    Map.of("knockOut", knockOut, "feasibility", feasibility, "score", score));
            assertThat(result.<Object>getSingleEntry()).isEqualTo(recommendation);
        }
    }
}
