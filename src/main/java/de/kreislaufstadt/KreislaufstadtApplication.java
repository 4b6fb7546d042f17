package de.kreislaufstadt;

import de.kreislaufstadt.retention.PersonCommand;
import de.kreislaufstadt.start.StartChecks;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
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
        if (args.length > 0 && PersonCommand.NAME.equals(args[0])) {
            System.exit(command(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication application = new SpringApplication(KreislaufstadtApplication.class);
        application.addListeners(new StartChecks());
        application.run(args);
    }

    /**
     * Runs one command beside the application that serves people: no web server, no jobs, nothing applied or deleted by the
     * clock. What the command is given is about people, so it is not handed to the start, which may log it.
     */
    private static int command(List<String> arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(KreislaufstadtApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .listeners(new StartChecks())
                .properties(
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.auto-deployment-enabled=false",
                        "logging.level.root=warn")
                .run()) {
            return context.getBean(PersonCommand.class)
                    .run(arguments, printer(FileDescriptor.out), printer(FileDescriptor.err));
        }
    }

    private static PrintStream printer(FileDescriptor target) {
        return new PrintStream(new FileOutputStream(target), true, StandardCharsets.UTF_8);
    }
}
