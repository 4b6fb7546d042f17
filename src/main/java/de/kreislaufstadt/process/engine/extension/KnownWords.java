package de.kreislaufstadt.process.engine.extension;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.mapping.ParameterMapping;

/**
 * Remembers the better words of statements: the engine asks the same few hundred over and over, with other values, and taking one apart
 * takes longer than reading a page of tasks. Holds texts of statements, which contain no values.
 */
final class KnownWords {

    private static final int MOST = 500;

    private final Map<Asked, Optional<Words>> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Optional<Words>> eldest) {
            return size() > MOST;
        }
    };

    private record Asked(String text, boolean near) {}

    /** @param places of the values in the statement that was asked, in the order of the better one's question marks */
    private record Words(String text, List<Integer> places) {}

    /** @param better words, worked out where they are not known; they contain parameters of the statement only, each as often as they like */
    Optional<Sql> get(Sql asked, boolean near, Function<Sql, Optional<Sql>> better) {
        Asked key = new Asked(asked.text(), near);
        Optional<Words> words;
        synchronized (known) {
            words = known.get(key);
        }
        if (words == null) {
            words = better.apply(asked).map(sql -> new Words(sql.text(), places(asked, sql)));
            synchronized (known) {
                known.put(key, words);
            }
        }
        return words.map(found -> new Sql(
                found.text(),
                found.places().stream().map(asked.parameters()::get).toList()));
    }

    private static List<Integer> places(Sql asked, Sql better) {
        Map<ParameterMapping, Integer> places = new IdentityHashMap<>();
        for (int place = 0; place < asked.parameters().size(); place++) {
            places.put(asked.parameters().get(place), place);
        }
        return better.parameters().stream().map(places::get).toList();
    }
}
