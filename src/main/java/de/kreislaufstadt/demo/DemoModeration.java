package de.kreislaufstadt.demo;

import de.kreislaufstadt.guest.Outsiders;
import de.kreislaufstadt.workshop.WorkshopChoice;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Somebody of no municipality who moderates the workshops of a measure of the demo city, so that a visitor can look at it
 * with their eyes. Without a second factor, which would need a visitor's telephone.
 */
@Component
@Profile("demo")
@Order(120)
class DemoModeration implements ApplicationRunner {

    static final String ACCOUNT = "moderation-extern";

    private static final String MUNICIPALITY = "muenster";
    private static final String MEASURE = "BE-01";

    private final Outsiders outsiders;
    private final WorkshopChoice workshops;
    private final DemoStart demo;

    DemoModeration(Outsiders outsiders, WorkshopChoice workshops, DemoStart demo) {
        this.outsiders = outsiders;
        this.workshops = workshops;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        outsiders.settle(ACCOUNT, "Moderation Difu", "Difu", demo.secrets().people());
        workshops.open(MUNICIPALITY).stream()
                .filter(workshop -> workshop.measure().equals(MEASURE))
                .forEach(workshop -> outsiders.letModerate(MUNICIPALITY, workshop.id(), ACCOUNT));
    }
}
