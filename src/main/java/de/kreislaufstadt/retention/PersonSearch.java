package de.kreislaufstadt.retention;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.PersonalData.Effect;
import de.kreislaufstadt.process.PersonalData.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks all modules what they keep of a person in one municipality. */
@Component
class PersonSearch {

    /** Nobody is known by a name that leads to an account with an address that leads to another name, and so on for ever. */
    private static final int ROUNDS = 3;

    private final List<PersonalData> modules;
    private final Blocks blocks;

    PersonSearch(List<PersonalData> modules, Blocks blocks) {
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(PersonalData::order))
                .toList();
        this.blocks = blocks;
    }

    /** What was found, and who answers for it. */
    record Hit(PersonalData module, Found found) {}

    /** @return the person with all that modules know of them beyond what was asked */
    Identity recognise(String municipality, Identity asked) {
        Identity known = asked;
        for (int round = 0; round < ROUNDS; round++) {
            Identity more = known;
            for (PersonalData module : modules) {
                more = more.and(module.recognise(municipality, more));
            }
            if (more.equals(known)) {
                return known;
            }
            known = more;
        }
        return known;
    }

    /** @return everything about the person; what a block holds says so */
    List<Hit> hits(String municipality, Identity person) {
        List<Blocks.Block> holding = blocks.inForce(municipality);
        List<Hit> hits = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        for (PersonalData module : modules) {
            for (Found found : module.find(municipality, person)) {
                if (!settled.contains(row(found))) {
                    Found judged = holding.stream().anyMatch(block -> block.holds(found)) && acts(found)
                            ? found.kept("block")
                            : found;
                    hits.add(new Hit(module, judged));
                    if (judged.effect() == Effect.DELETED || judged.effect() == Effect.KEPT) {
                        settled.add(row(judged));
                    }
                }
            }
        }
        return hits;
    }

    private static boolean acts(Found found) {
        return found.effect() != Effect.PSEUDONYM && found.effect() != Effect.KEPT;
    }

    /** The schema is part of some tables' names. */
    private static String row(Found found) {
        return found.table().replaceFirst("^(kreislaufstadt|camunda)\\.", "") + "/" + found.row();
    }
}
