package de.kreislaufstadt;

import de.kreislaufstadt.audit.AuditCommand;
import de.kreislaufstadt.backup.BackupCommand;
import de.kreislaufstadt.imports.ImportCommand;
import de.kreislaufstadt.retention.PersonCommand;
import de.kreislaufstadt.start.CleanExit;
import de.kreislaufstadt.start.StartChecks;
import de.kreislaufstadt.upgrade.UpgradeCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import javax.xml.datatype.DatatypeFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
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

    private static final int NOT_UNDERSTOOD = 2;

    public static void main(String[] args) {
        nameTheFactoryOfDurations();
        if (args.length > 0 && PersonCommand.NAME.equals(args[0])) {
            System.exit(command(
                    Arrays.asList(args).subList(1, args.length),
                    PersonCommand::isUnderstood,
                    (context, arguments, out, err) ->
                            context.getBean(PersonCommand.class).run(arguments, System.in, out, err)));
        }
        if (args.length > 0 && AuditCommand.NAME.equals(args[0])) {
            System.exit(command(
                    Arrays.asList(args).subList(1, args.length),
                    AuditCommand::isUnderstood,
                    (context, arguments, out, err) ->
                            context.getBean(AuditCommand.class).run(arguments, out, err)));
        }
        if (args.length > 0 && ImportCommand.NAME.equals(args[0])) {
            System.exit(command(
                    Arrays.asList(args).subList(1, args.length),
                    ImportCommand::isUnderstood,
                    (context, arguments, out, err) ->
                            context.getBean(ImportCommand.class).run(arguments, out, err)));
        }
        if (args.length > 0 && BackupCommand.NAME.equals(args[0])) {
            System.exit(BackupCommand.run(
                    Arrays.asList(args).subList(1, args.length),
                    printer(FileDescriptor.out),
                    printer(FileDescriptor.err)));
        }
        if (args.length > 0 && UpgradeCommand.NAME.equals(args[0])) {
            System.exit(command(
                    Arrays.asList(args).subList(1, args.length),
                    UpgradeCommand::isUnderstood,
                    (context, arguments, out, err) ->
                            context.getBean(UpgradeCommand.class).run(arguments, out, err)));
        }
        SpringApplication application = new SpringApplication(KreislaufstadtApplication.class);
        application.addListeners(new StartChecks());
        application.run(args);
        CleanExit.onRequest();
    }

    /**
     * The engine asks for this factory with every interval of a timer, and Java looks for another one in all packed libraries each time,
     * which costs a millisecond or two. There is none.
     */
    private static void nameTheFactoryOfDurations() {
        System.setProperty(
                DatatypeFactory.DATATYPEFACTORY_PROPERTY,
                DatatypeFactory.newDefaultInstance().getClass().getName());
    }

    /** What a command does once everything is there. */
    private interface Command {

        /** @return exit code */
        int run(ConfigurableApplicationContext context, List<String> arguments, PrintStream out, PrintStream err);
    }

    /**
     * Runs a command beside the application that serves people: no ports, no jobs, no mails, and nothing of what is deleted
     * at a start. The files of the municipalities are applied as at every start. What the command is given is about people,
     * so it is not handed to the start, which may log it.
     */
    private static int command(
            List<String> arguments, BiPredicate<List<String>, PrintStream> isUnderstood, Command command) {
        PrintStream err = printer(FileDescriptor.err);
        if (!isUnderstood.test(arguments, err)) {
            return NOT_UNDERSTOOD;
        }
        AtomicInteger code = new AtomicInteger();
        // Once everything is there and before anything begins that is done at every start.
        ApplicationListener<ApplicationStartedEvent> runs = started -> {
            try (ConfigurableApplicationContext context = started.getApplicationContext()) {
                code.set(command.run(context, arguments, printer(FileDescriptor.out), err));
                throw new SpringApplication.AbandonedRunException(context);
            }
        };
        try {
            new SpringApplicationBuilder(KreislaufstadtApplication.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .lazyInitialization(true)
                    .listeners(new StartChecks(), runs)
                    // As arguments: they go before what the environment says for the application itself.
                    .run(
                            "--server.port=-1",
                            "--management.server.port=-1",
                            "--camunda.bpm.job-execution.enabled=false",
                            "--camunda.bpm.auto-deployment-enabled=false",
                            "--kreislaufstadt.mail.background=false",
                            "--logging.level.root=error");
        } catch (SpringApplication.AbandonedRunException done) {
            return code.get();
        }
        throw new IllegalStateException("The command was not run");
    }

    private static PrintStream printer(FileDescriptor target) {
        return new PrintStream(new FileOutputStream(target), true, StandardCharsets.UTF_8);
    }
}
