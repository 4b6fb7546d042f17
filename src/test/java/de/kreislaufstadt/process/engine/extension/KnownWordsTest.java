package de.kreislaufstadt.process.engine.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/** Better words of a statement are worked out once, and every question mark still gets the value of who asks. */
class KnownWordsTest {

    private static final String TEXT = "select ? from t where a = ?";

    private final KnownWords known = new KnownWords();
    private final AtomicInteger worked = new AtomicInteger();

    private static Sql asking(String... names) {
        return new Sql(TEXT, Stream.of(names).map(KnownWordsTest::value).toList());
    }

    private static ParameterMapping value(String name) {
        return new ParameterMapping.Builder(new Configuration(), name, String.class).build();
    }

    private final Function<Sql, Optional<Sql>> twiceTheLast = sql -> {
        worked.incrementAndGet();
        List<ParameterMapping> values = sql.parameters();
        return Optional.of(new Sql("better ? ? ?", List.of(values.get(1), values.get(0), values.get(1))));
    };

    @Test
    void theSecondWhoAsksGetsTheSameWordsWithValuesOfTheirOwn() {
        known.get(asking("a", "b"), true, twiceTheLast);

        Sql second = known.get(asking("c", "d"), true, twiceTheLast).orElseThrow();

        assertThat(worked).hasValue(1);
        assertThat(second.text()).isEqualTo("better ? ? ?");
        assertThat(second.parameters())
                .extracting(ParameterMapping::getProperty)
                .containsExactly("d", "c", "d");
    }

    @Test
    void thatAPageIsFarBackIsAnotherQuestion() {
        known.get(asking("a", "b"), true, twiceTheLast);
        known.get(asking("a", "b"), false, twiceTheLast);

        assertThat(worked).hasValue(2);
    }

    @Test
    void whatHasNoBetterWordsIsNotTakenApartAgain() {
        Function<Sql, Optional<Sql>> none = sql -> {
            worked.incrementAndGet();
            return Optional.empty();
        };

        assertThat(known.get(asking("a", "b"), true, none)).isEmpty();
        assertThat(known.get(asking("c", "d"), true, none)).isEmpty();
        assertThat(worked).hasValue(1);
    }
}
