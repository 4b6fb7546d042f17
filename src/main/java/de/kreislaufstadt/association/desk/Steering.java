package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.round.Rounds;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ModelComponent;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins and steers rounds as the page names them. Whoever is not of the drafting department is refused before anything is looked up. */
@Service
class Steering {

    private final Readers readers;
    private final RoundFinder finder;
    private final Rounds rounds;

    Steering(Readers readers, RoundFinder finder, Rounds rounds) {
        this.readers = readers;
        this.finder = finder;
        this.rounds = rounds;
    }

    /**
     * Begins a round of each of these components, or of none.
     *
     * @param components their names; none for every component without a round
     * @return keys of the new rounds
     */
    @Transactional
    List<String> begin(List<String> components) {
        readers.acting();
        if (components == null || components.isEmpty()) {
            return rounds.beginAll();
        }
        new Problems()
                .check(components.stream().allMatch(Steering::isKnown), "components", "association.desk.component")
                .throwIfAny();
        return components.stream()
                .distinct()
                .map(name -> rounds.begin(RoundFinder.component(name)))
                .toList();
    }

    @Transactional
    int remind(String component, String number) {
        return rounds.remind(key(component, number));
    }

    @Transactional
    void close(String component, String number, String reason) {
        rounds.close(key(component, number), reason);
    }

    @Transactional
    void cancel(String component, String number, String reason) {
        rounds.cancel(key(component, number), reason);
    }

    @Transactional
    void withdraw(String component, String version, String reason) {
        readers.acting();
        rounds.withdraw(RoundFinder.component(component), RoundFinder.number(version), reason);
    }

    private String key(String component, String number) {
        Reader reader = readers.acting();
        return finder.find(reader, component, number).key();
    }

    private static boolean isKnown(String name) {
        return Arrays.stream(ModelComponent.values())
                .anyMatch(component -> component.name().equals(name));
    }
}
