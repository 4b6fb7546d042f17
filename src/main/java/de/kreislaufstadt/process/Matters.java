package de.kreislaufstadt.process;

import de.kreislaufstadt.process.MeasureDirectory.Card;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What tasks are about, whether that is a measure or something of another module. */
@Component
public class Matters {

    private final MeasureDirectory measures;
    private final ObjectProvider<MatterDirectory> others;

    Matters(@Lazy MeasureDirectory measures, ObjectProvider<MatterDirectory> others) {
        this.measures = measures;
        this.others = others;
    }

    /** @return whether a business key is the number of a measure, by its form alone; so is one that nobody else claims */
    public boolean isMeasure(String key) {
        return ownerOf(key).isEmpty();
    }

    /** @return what a task is about */
    public Card of(TaskContext task) {
        return ownerOf(task.measureNumber())
                .map(owner -> owner.card(task.municipality(), task.measureId())
                        .orElseThrow(() -> new IllegalStateException("No matter " + task.measureNumber())))
                .orElseGet(() -> measures.card(task.municipality(), task.measureId()));
    }

    /** @return what an id of table {@code matter} stands for; for pages that list much of one person, not for lists of tasks */
    public Card of(String municipality, UUID id) {
        return others.stream()
                .flatMap(owner -> owner.card(municipality, id).stream())
                .findFirst()
                .orElseGet(() -> measures.card(municipality, id));
    }

    /** @return cards by business key; a statement for measures and one per other module, as far as keys of theirs are asked for */
    public Map<String, Card> cards(String municipality, Collection<String> keys) {
        List<String> numbers = new ArrayList<>();
        Map<MatterDirectory, List<String>> owned = new HashMap<>();
        for (String key : keys) {
            ownerOf(key)
                    .map(owner -> owned.computeIfAbsent(owner, one -> new ArrayList<>()))
                    .orElse(numbers)
                    .add(key);
        }
        Map<String, Card> cards = new HashMap<>(numbers.isEmpty() ? Map.of() : measures.cards(municipality, numbers));
        owned.forEach((owner, those) -> cards.putAll(owner.cards(municipality, those)));
        return cards;
    }

    /**
     * @param leads keys of departments whose measures count as found, too
     * @return business keys of what fits
     */
    public List<String> matching(String municipality, String word, Collection<String> leads) {
        List<String> found = new ArrayList<>(measures.matching(municipality, word, leads));
        others.forEach(owner -> found.addAll(owner.matching(municipality, word)));
        return found;
    }

    private Optional<MatterDirectory> ownerOf(String key) {
        return others.stream().filter(owner -> owner.owns(key)).findFirst();
    }
}
