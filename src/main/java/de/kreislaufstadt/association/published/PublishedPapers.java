package de.kreislaufstadt.association.published;

import de.kreislaufstadt.association.ComponentPaper;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ReleasedPapers;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands the documents of published versions to everybody. */
@Component
class PublishedPapers implements ReleasedPapers {

    private final ComponentPaper papers;

    PublishedPapers(ComponentPaper papers) {
        this.papers = papers;
    }

    @Override
    public Optional<Paper> of(ApproachComponent component, int version, Locale language) {
        return papers.pdf(ModelComponent.valueOf(component.name()), version, language)
                .map(document -> new Paper(document.name(), document.content()));
    }
}
