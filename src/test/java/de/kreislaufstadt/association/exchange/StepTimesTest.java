package de.kreislaufstadt.association.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.association.ReleasedComparison;
import de.kreislaufstadt.association.ReleasedComparison.ComponentSpread;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.support.Alliance;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How long steps take in all members together: five at least, and no way to subtract one group from another. */
@ApplicationTest
class StepTimesTest {

    private static final String STEPS = "/camunda/api/kreislaufstadt/exchange/steps";
    private static final List<String> CITIES = List.of("bundeins", "bundzwei", "bunddrei", "bundvier", "bundfunf");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Releasing releasing;

    @Autowired
    ReleasedComparison comparison;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Alliance alliance;
    private UUID last;

    @BeforeEach
    void fiveMembers() {
        alliance = new Alliance(jdbc, accounts, events).found();
        CITIES.forEach(city -> last = alliance.city(city, "LARGE", false));
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from released_times where municipality_id in (:cities)")
                .param("cities", CITIES)
                .update();
        alliance.dissolve();
    }

    @Test
    void fiveMembersMakeAFigureWithTheOwnValueBeside() {
        for (int i = 0; i < CITIES.size(); i++) {
            release(CITIES.get(i), quarter(0), "write-minutes", 24 * (i + 1));
        }

        JsonNode step = ask("bundzwei-leitung").path(0);
        assertThat(step.at("/spread/municipalities").asInt()).isEqualTo(5);
        assertThat(step.at("/spread/lowerHours").asInt()).isEqualTo(48);
        assertThat(step.at("/spread/medianHours").asInt()).isEqualTo(72);
        assertThat(step.at("/spread/upperHours").asInt()).isEqualTo(96);
        assertThat(step.path("ownHours").asInt()).isEqualTo(48);
        assertThat(ask(Alliance.DIFU).path(0).path("ownHours").isNull()).isTrue();
        assertThat(comparison.steps())
                .singleElement()
                .satisfies(one -> assertThat(one.medianHours()).isEqualTo(72));
    }

    @Test
    void fourMembersMakeNoneHoweverMuchTheyHaveReleased() {
        for (String city : CITIES.subList(0, 4)) {
            release(city, quarter(0), "write-minutes", 24);
            release(city, quarter(1), "write-minutes", 48);
        }
        release("bundfunf", quarter(0), "other-step", 24);

        assertThat(ask("bundeins-leitung")).isEmpty();
        assertThat(comparison.steps()).isEmpty();
    }

    @Test
    void aSuppressedRowAndAFormerMemberCountForNothing() {
        for (String city : CITIES) {
            release(city, quarter(0), "write-minutes", city.equals("bundfunf") ? null : 24);
        }
        assertThat(ask("bundeins-leitung")).as("a row without figures").isEmpty();

        jdbc.sql("delete from released_times where municipality_id = 'bundfunf'")
                .update();
        release("bundfunf", quarter(0), "write-minutes", 24);
        assertThat(ask("bundeins-leitung")).hasSize(1);
        alliance.leaves(last, LocalDate.of(2024, 1, 1));
        assertThat(ask("bundeins-leitung")).as("four are left").isEmpty();
        assertThat(ask("bundfunf-leitung"))
                .as("who has left sees nothing of the others")
                .isEmpty();
    }

    @Test
    void whatIsOlderThanTwoYearsSaysNothingAboutToday() {
        CITIES.forEach(city -> release(city, quarter(12), "write-minutes", 24));

        assertThat(ask("bundeins-leitung")).isEmpty();
    }

    /** Of two groups that may be chosen, one could be subtracted from the other. */
    @ParameterizedTest
    @ValueSource(strings = {"size=MEDIUM", "case=true", "component=STRATEGY", "municipality=bundeins", "member=x"})
    void thereIsNoChoiceOfGroups(String query) {
        CITIES.forEach(city -> release(city, quarter(0), "write-minutes", 24));
        JsonNode all = ask("bundeins-leitung");

        assertThat(all).hasSize(1);
        assertThat(browser("bundeins-leitung").get(STEPS + "?" + query).json()).isEqualTo(all);
    }

    @Test
    void maturityForEverybodyIsPutTogetherFromFiveOn() {
        CITIES.subList(0, 4).forEach(city -> alliance.released(city, "STRATEGY", 2));
        assertThat(spread(ModelComponent.STRATEGY))
                .isEqualTo(new ComponentSpread(ModelComponent.STRATEGY, 5, null, List.of(), null));

        alliance.released("bundfunf", "STRATEGY", 4);
        assertThat(spread(ModelComponent.STRATEGY))
                .isEqualTo(new ComponentSpread(ModelComponent.STRATEGY, 5, 5, List.of(0, 0, 4, 0, 1), 2));
        assertThat(spread(ModelComponent.PRODUCTS).released()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1;2;3;4;5, 2, 3, 4", "10;20, 12, 15, 17", "7, 7, 7, 7", "5;1;4;2;3;6, 2, 3, 4"})
    void quartilesLieBetweenValuesInProportion(String values, int lower, int median, int upper) {
        List<Integer> numbers =
                List.of(values.split(";")).stream().map(Integer::valueOf).toList();

        assertThat(Quartiles.of(numbers)).isEqualTo(new Quartiles(lower, median, upper));
    }

    private ComponentSpread spread(ModelComponent component) {
        return comparison.components().stream()
                .filter(one -> one.component() == component)
                .findFirst()
                .orElseThrow();
    }

    /** @return first day of a quarter that is over, so many quarters before the last of them */
    private static LocalDate quarter(int before) {
        LocalDate month = CityDay.today().withDayOfMonth(1);
        return month.minusMonths((month.getMonthValue() - 1) % 3 + 3L * (before + 1));
    }

    private void release(String city, LocalDate from, String step, Integer medianHours) {
        TimeFacts.Row row = new TimeFacts.Row(
                "STEP",
                "workshops",
                step,
                "Protokoll schreiben",
                3,
                medianHours == null ? null : 9,
                medianHours,
                medianHours,
                0,
                0);
        TimeFacts facts = new TimeFacts(from, from.plusMonths(3).minusDays(1), null, List.of(row));
        transaction.executeWithoutResult(status -> releasing.times(city, facts));
    }

    private JsonNode ask(String user) {
        return browser(user).get(STEPS).json();
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
