package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.PersonalData;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names in everything that modules say they keep of people: whoever can ask for their data can be recognised in a text. */
@Component
class KnownPeople implements KnownNames {

    private final ObjectProvider<PersonalData> kept;

    KnownPeople(ObjectProvider<PersonalData> kept) {
        this.kept = kept;
    }

    @Override
    public Collection<String> of(String municipality) {
        Set<String> names = new TreeSet<>();
        kept.forEach(data -> names.addAll(data.names(municipality)));
        return names;
    }
}
