package de.kreislaufstadt;

import de.kreislaufstadt.start.StartChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the engine with its models, the modules that answer for their steps, and the ways in.
 *
 * <p>Beans are named by their full class name: modules do not know each other's package-private classes, so two of them may
 * choose the same short name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class KreislaufstadtApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(KreislaufstadtApplication.class);
        application.addListeners(new StartChecks());
        application.run(args);
    }
}
