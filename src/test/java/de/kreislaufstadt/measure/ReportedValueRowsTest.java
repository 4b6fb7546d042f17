package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.support.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReportedValueRowsTest {

    private final JdbcClient jdbc = JdbcClient.create(MeasureDesk.database());

    @BeforeEach
    void begin_with_a_city_without_values() {
        TestPostgres.emptied(jdbc);
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values ('muenster', 'Stadt Münster', '05515000', 'NW')")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'VALUE', null, null, null, 'EQUAL', 'EUR', null",
                "'VALUE', 1, null, null, 'EQUAL', null, null",
                "'VALUE', 1, null, null, null, 'EUR', null",
                "'VALUE', 1, 1, 2, 'EQUAL', 'EUR', null",
                "'RANGE', null, 2, 1, null, 'EUR', null",
                "'RANGE', null, 1, null, null, 'EUR', null",
                "'RANGE', 1, 1, 2, null, 'EUR', null",
                "'NOT_STATED', 0, null, null, null, null, null",
                "'NONE', null, 0, 0, null, null, null",
                "'NOT_RELEVANT', null, null, null, 'ABOUT', null, null",
                "'BEING_DETERMINED', null, null, null, null, 'EUR', null",
                "'SEE_REFERENCE', null, null, null, null, null, null",
                "'UNKNOWN', null, null, null, null, null, null"
            })
    void the_database_refuses_numbers_in_the_wrong_shape(String shape) {
        assertThatThrownBy(() -> insert(shape)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'VALUE', 0, null, null, 'EQUAL', 'EUR', null",
                "'RANGE', null, 1, 1, null, 'EUR', null",
                "'NOT_STATED', null, null, null, null, null, null",
                "'SEE_REFERENCE', null, null, null, null, null, 'Anlage 2'"
            })
    void the_database_takes_every_right_shape(String shape) {
        insert(shape);
        assertThat(jdbc.sql("select count(*) from reported_value").query().singleValue())
                .isEqualTo(1L);
    }

    private void insert(String shape) {
        jdbc.sql("insert into reported_value (id, municipality_id, owner_id, field, cumulative, source, as_of, status,"
                        + " number, range_from, range_to, operator, unit, reference) values (gen_random_uuid(), 'muenster',"
                        + " gen_random_uuid(), 'cost', false, 'Haushalt', '2024-10-01', " + shape + ")")
                .update();
    }
}
