package de.kreislaufstadt.association.round;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.MatterDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Card;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tasks of rounds are about: the round in the office's tenant, the request in a member's. */
@Component
class ComponentMatters implements MatterDirectory {

    private static final String ALL = """
            select id, component, number, state, key from (
                select id, municipality_id as city, component, number, state, 'MA-' || component || '-' || number as key, created_at
                from component_round
                union all
                select q.id, q.member_municipality, r.component, r.number, r.state, 'MA-' || r.component || '-' || r.number,
                       q.created_at
                from component_request q
                join component_round r on r.municipality_id = q.municipality_id and r.id = q.round_id) matters
            where city = :city
            """;

    private final Texts texts = Texts.of("association");
    private final JdbcClient jdbc;

    ComponentMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID id, ModelComponent component, int number, RoundState state, String key) {}

    @Override
    public boolean owns(String key) {
        return RoundKeys.isKey(key);
    }

    @Override
    public Optional<Card> card(String municipality, UUID id) {
        return jdbc.sql(ALL + " and id = :id")
                .param("city", municipality)
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(this::card);
    }

    @Override
    public Map<String, Card> cards(String municipality, Collection<String> keys) {
        // A city that left and came back has two requests in a round; the later one is at work.
        return jdbc
                .sql(ALL + " and key = any(:keys) order by created_at")
                .param("city", municipality)
                .param("keys", keys.toArray(String[]::new))
                .query(Row.class)
                .list()
                .stream()
                .map(this::card)
                .collect(Collectors.toMap(Card::number, Function.identity(), (earlier, later) -> later));
    }

    @Override
    public List<String> matching(String municipality, String word) {
        String wanted = word.toLowerCase(Locale.GERMAN);
        return jdbc.sql(ALL).param("city", municipality).query(Row.class).list().stream()
                .map(this::card)
                .filter(card -> (card.number() + " " + card.title())
                        .toLowerCase(Locale.GERMAN)
                        .contains(wanted))
                .map(Card::number)
                .distinct()
                .toList();
    }

    private Card card(Row row) {
        return ReadersLanguage.in(
                Locale.GERMAN,
                () -> new Card(
                        row.id(),
                        row.key(),
                        texts.get("association.round.of", row.component().label(), row.number()),
                        null,
                        texts.name("association.round.state", row.state()),
                        false));
    }
}
