package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.publication.PublicPart;
import de.kreislaufstadt.publication.PublicPart.Content;
import de.kreislaufstadt.released.ReleasedParts;
import de.kreislaufstadt.released.ReleasedParts.Event;
import de.kreislaufstadt.support.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every phase hands over to be published, as soon as it is decided or released there and not before. */
class PublicPartsPathsTest extends MeasurePaths {

    @Autowired
    List<PublicPart> parts;

    @Test
    void knowledgeBuildingSaysWhatItHasLedToOnceItIsComplete() {
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        for (String department : List.of("immobilien", "personal")) {
            clerk(department).completes(measure, "collect-knowledge");
        }
        assertThat(events(measure)).isEmpty();

        clerk("klima").completes(measure, "review-knowledge");

        assertThat(events(measure)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("KNOWLEDGE_SUMMARY");
            assertThat(event.text())
                    .isEqualTo(one(measure, "select summary from knowledge_review where measure_id = :measure"));
        });
    }

    @Test
    void theStatusQuoIsPublicWithItsReleaseAndCountsOrganisationsWithoutNamingThem() {
        String measure = approved("STATUS_QUO");
        summariseStatusQuo(measure);
        assertThat(events(measure)).isEmpty();

        clerk("klima").completes(measure, "release-status-quo");

        Event event = events(measure).get(0);
        assertThat(event.kind()).isEqualTo("STATUS_QUO_SUMMARY");
        assertThat(event.counts()).contains(new ReleasedParts.Count("ANSWERS", 3));
        List<String> organisations = all(measure, "select organisation from stakeholder where measure_id = :measure");
        assertThat(organisations)
                .isNotEmpty()
                .noneMatch(name -> event.toString().contains(name));
    }

    @Test
    void aWorkshopIsAnnouncedWithItsAgendaAndToldWithItsMinutes() {
        String measure = oneWorkshop();
        clerk("wfm").completes(measure, "prepare-workshop", WorkshopPathsTest.forToday());
        assertThat(events(measure)).isEmpty();

        clerk("difu").completes(measure, "agree-agenda");
        assertThat(events(measure)).extracting(Event::kind).containsExactly("WORKSHOP_PLANNED");
        assertThat(events(measure).get(0).text())
                .isEqualTo(one(measure, "select aim from workshop where measure_id = :measure and state = 'AGREED'"));

        holdWorkshop(measure);
        assertThat(events(measure)).extracting(Event::kind).containsExactly("WORKSHOP_PLANNED");

        head("wfm").completes(measure, "release-minutes");

        assertThat(events(measure)).extracting(Event::kind).containsExactly("WORKSHOP_HELD");
        assertThat(events(measure).get(0).text()).isNotBlank();
    }

    @Test
    void implementationSaysHowFarItIsAndWhatCameOfItOnceSomebodyElseHasConfirmedIt() {
        String measure = approved("IMPLEMENTATION");
        clerk("wfm").completes(measure, "plan-work-packages");
        assertThat(milestones(measure))
                .isNotEmpty()
                .allSatisfy(milestone -> assertThat(milestone.progress()).isZero());
        assertThat(contents(measure).stream().flatMap(content -> content.progress().stream()))
                .singleElement()
                .satisfies(progress -> assertThat(progress.result()).isNull());
    }

    private List<ReleasedParts.Milestone> milestones(String measure) {
        return contents(measure).stream()
                .flatMap(content -> content.progress().stream())
                .flatMap(progress -> progress.milestones().stream())
                .toList();
    }

    private List<Event> events(String measure) {
        List<Event> all = new ArrayList<>();
        contents(measure).forEach(content -> all.addAll(content.events()));
        return all;
    }

    private List<Content> contents(String measure) {
        UUID id = UUID.fromString(one(measure, "select id from measure where id = :measure"));
        return parts.stream().map(part -> part.of(Office.MUNICIPALITY, id)).toList();
    }
}
