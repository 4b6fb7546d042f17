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
import java.util.function.UnaryOperator;
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

    /**
     * Whom somebody looks for.
     *
     * @param person all that was asked for and that modules know beyond it
     * @param sure what of it says exactly whose a row is: addresses and accounts, unless only a name has led to them
     */
    record Sought(Identity person, Identity sure) {}

    /**
     * What was found, and who answers for it.
     *
     * @param certain whether the row names the person's address or account; others may have the same name
     */
    record Hit(PersonalData module, Found found, boolean certain) {

        Hit kept(String because) {
            return new Hit(module, found.kept(because), certain);
        }
    }

    /** @return the person with all that modules know of them beyond what was asked */
    Sought recognise(String municipality, Identity asked) {
        return new Sought(
                recognise(municipality, asked, UnaryOperator.identity()),
                recognise(municipality, exactly(asked), PersonSearch::exactly));
    }

    private Identity recognise(String municipality, Identity asked, UnaryOperator<Identity> only) {
        Identity known = asked;
        for (int round = 0; round < ROUNDS; round++) {
            Identity more = known;
            for (PersonalData module : modules) {
                more = more.and(only.apply(module.recognise(municipality, more)));
            }
            if (more.equals(known)) {
                return known;
            }
            known = more;
        }
        return known;
    }

    /** Names are shared, and so are telephones. */
    private static Identity exactly(Identity person) {
        return new Identity(person.users(), Set.of(), person.mails(), Set.of(), person.others());
    }

    /** @return everything about the person; what a block holds says so */
    List<Hit> hits(String municipality, Sought sought) {
        List<Blocks.Block> holding = blocks.inForce(municipality);
        List<Hit> hits = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        for (PersonalData module : modules) {
            Set<String> certain = new HashSet<>();
            if (!sought.sure().isUnknown()) {
                module.find(municipality, sought.sure()).forEach(found -> certain.add(found.id()));
            }
            for (Found found : module.find(municipality, sought.person())) {
                if (!settled.contains(row(found))) {
                    Found judged = holding.stream().anyMatch(block -> block.holds(found)) && acts(found)
                            ? found.kept("block")
                            : found;
                    hits.add(new Hit(module, judged, certain.contains(found.id())));
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
        return DataWords.bare(found.table()) + "/" + found.row();
    }
}
