package de.kreislaufstadt.browser;

import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.Releasing.Live;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two measures of the city are public while a test looks at them: one that says a lot, and one that says next to nothing. */
abstract class PublicCity {

    static final String CITY = "muenster";
    static final String MEASURE = "/muenster/massnahmen/kreislaufstadt";

    @Autowired
    CockpitRoom room;

    @Autowired
    Releasing releasing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    TransactionTemplate transaction;

    /** The one that says a lot, and the other one. */
    List<UUID> measures;

    @BeforeEach
    void twoMeasuresArePublic() {
        room.numbers();
        measures = jdbc.sql("select id from measure where municipality_id = 'muenster' order by number limit 2")
                .query(UUID.class)
                .list();
        transaction.executeWithoutResult(status -> {
            releasing.release(CITY, measures.get(1), ReleasedExamples.bare(), Set.of("DECISION"));
            ReleasedMeasure rich = ReleasedExamples.with(ReleasedExamples.rich(), "number", number());
            releasing.release(CITY, measures.get(0), rich, Set.of("DECISION"));
            releasing.release(CITY, measures.get(0), rich, Set.of("STATUS_REPORT"));
            releasing.live(
                    CITY, List.of(new Live(measures.get(0), ReleasedExamples.inWorkshops(LocalDate.of(2099, 3, 31)))));
            releasing.unpublished(CITY, 12);
        });
    }

    @AfterEach
    void nothingIsPublic() {
        for (String table : List.of("live", "version", "slug", "measure")) {
            jdbc.sql("delete from released_" + table + " where municipality_id = 'muenster'")
                    .update();
        }
    }

    /** @return number of the measure that says a lot */
    String number() {
        return ofMeasure("number");
    }

    /** @return what the table of measures says of it */
    String ofMeasure(String column) {
        return jdbc.sql("select " + column + " from measure where id = :id")
                .param("id", measures.get(0))
                .query(String.class)
                .single();
    }
}
