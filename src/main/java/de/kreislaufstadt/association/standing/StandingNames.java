package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.publication.Finding;
import de.kreislaufstadt.publication.PersonalDataCheck;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What goes to other cities names nobody, and what is asked for exists. */
@Component
class StandingNames {

    private final PersonalDataCheck personalData;

    StandingNames(PersonalDataCheck personalData) {
        this.personalData = personalData;
    }

    /** @throws FormRefused if there is no such component */
    static ModelComponent component(String name) {
        return Arrays.stream(ModelComponent.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> FormRefused.at("component", "association.standing.component.unknown"));
    }

    /**
     * @param confirmed whether somebody has looked at what reads like a name and says that it is none
     * @throws FormRefused with what looks like data of a person
     */
    void refusePeople(String municipality, Standing standing, boolean confirmed) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("evidence", standing.evidence());
        texts.put("content", standing.content() == null ? "" : standing.content());
        texts.put("source", standing.source());
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
