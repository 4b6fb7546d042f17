package de.kreislaufstadt.browser;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.ManyMeasures;
import de.kreislaufstadt.support.PastYear;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The views of managers in Cockpit with a city of two hundred measures, in a real browser. The application runs in this
 * process, so that every number on a page can be compared with the tables it is made of. Batches are worked off as they are in a
 * city. What changes measures comes after what only looks at them.
 */
@ApplicationTest
@Import({ManyMeasures.class, PastYear.class, CockpitRoom.class, DepartmentsAtWork.class})
@TestPropertySource(properties = {"kreislaufstadt.steering.background=true", "kreislaufstadt.upgrade.background=true"})
class CockpitIT {

    private static final int AFTER_WHAT_ONLY_LOOKS = Order.DEFAULT + 1;

    @AfterAll
    static void everybodyGoesHome(@Autowired CockpitRoom room) {
        room.close();
    }

    @Nested
    class ThePublicSite extends PublicSite {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class ThePublicSiteAsked extends PeopleWhoAsk {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class ThePublicSiteShared extends PublicApproach {}

    @Nested
    class ThePortfolio extends PortfolioInCockpit {}

    @Nested
    class TheTimeline extends TimelineInCockpit {}

    @Nested
    class TheWorkload extends WorkloadInCockpit {}

    @Nested
    class TheThroughput extends ThroughputInCockpit {}

    @Nested
    class TheCourse extends CourseInCockpit {}

    @Nested
    class TheReports extends ReportsInCockpit {}

    @Nested
    class InEnglish extends EnglishManager {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class SteppingIn extends SteppingInInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class Batches extends BatchesInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class Versions extends VersionsInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class LookingOn extends LookingOnInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class TheModelApproach extends ModelApproachInTasklist {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class Rounds extends RoundsInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class Gates extends GatesInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class Countermeasures extends CountermeasuresInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class Publications extends PublicationInCockpit {}

    @Nested
    @Order(AFTER_WHAT_ONLY_LOOKS)
    class TheAssociation extends AssociationInCockpit {}
}
