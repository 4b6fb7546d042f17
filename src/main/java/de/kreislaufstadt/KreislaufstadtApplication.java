package de.kreislaufstadt;

import de.kreislaufstadt.start.StartChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the life cycle of a city's measures as BPMN processes. */
@SpringBootApplication
public class KreislaufstadtApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(KreislaufstadtApplication.class);
        application.addListeners(new StartChecks());
        application.run(args);
    }
}
