package de.kreislaufstadt.browser;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.ManyMeasures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * The views of managers in Cockpit with a city of two hundred measures, in a real browser. The application runs in this
 * process, so that every number on a page can be compared with the tables it is made of.
 */
@ApplicationTest
@Import({ManyMeasures.class, CockpitRoom.class})
class CockpitIT {

    @AfterAll
    static void everybodyGoesHome(@Autowired CockpitRoom room) {
        room.close();
    }

    @Nested
    class ThePortfolio extends PortfolioInCockpit {}
}
