package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.publication.Finding;
import de.kreislaufstadt.publication.PersonalDataCheck;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What goes to other cities names nobody. */
@Component
public class NoPeople {

    private final PersonalDataCheck personalData;

    NoPeople(PersonalDataCheck personalData) {
        this.personalData = personalData;
    }

    /**
     * @param texts by path of their field
     * @param confirmed whether somebody has looked at what reads like a name and says that it is none; addresses and numbers have to go
     * @throws FormRefused with what looks like data of a person
     */
    public void check(String municipality, Map<String, String> texts, boolean confirmed) {
        Problems problems = new Problems();
        for (Finding finding : personalData.in(municipality, texts)) {
            boolean harmless = finding.kind().mayBeConfirmed();
            problems.check(
                    harmless && confirmed,
                    finding.field(),
                    harmless ? "association.standing.person" : "association.standing.address",
                    finding.words());
        }
        problems.throwIfAny();
    }
}
