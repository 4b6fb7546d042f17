package de.kreislaufstadt.upgrade;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.ModelVersions;
import de.kreislaufstadt.process.ModelVersions.Version;
import de.kreislaufstadt.upgrade.Lift.Run;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lifts what runs on older versions on the command line: {@code models list}, {@code models dry-run [<process>]} and
 * {@code models lift [<process>]}. A dry run changes nothing, and goes before every lifting.
 */
@Component
public class UpgradeCommand {

    /** Its first word. */
    public static final String NAME = "models";

    /** Exit code for arguments that are not understood. */
    public static final int WRONG = 2;

    /** Who is named as the author of what it does. */
    static final String AUTHOR = "models-command";

    private static final int DONE = 0;
    private static final int SOME_STAY = 1;

    private static final String LIST = "list";
    private static final String LIFT = "lift";
    private static final List<String> ACTIONS = List.of(LIST, "dry-run", LIFT);
    private static final Texts TEXTS = Texts.of("upgrade");

    private final LiftDesk desk;
    private final LiftWorker worker;
    private final ModelVersions models;

    UpgradeCommand(LiftDesk desk, LiftWorker worker, ModelVersions models) {
        this.desk = desk;
        this.worker = worker;
        this.models = models;
    }

    /**
     * Looks at the arguments before anything is started.
     *
     * @param arguments after the word {@code models}
     * @param err where it is said what is wrong
     */
    public static boolean isUnderstood(List<String> arguments, PrintStream err) {
        boolean understood = !arguments.isEmpty()
                && ACTIONS.contains(arguments.get(0))
                && arguments.size() <= (LIST.equals(arguments.get(0)) ? 1 : 2);
        if (!understood) {
            err.println(TEXTS.german("upgrade.command.usage"));
        }
        return understood;
    }

    /**
     * @param arguments after the word {@code models}
     * @return exit code: 0 everything can be or was lifted, 1 something stays or was refused, 2 not understood
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!isUnderstood(arguments, err)) {
            return WRONG;
        }
        List<Version> versions = models.all();
        if (LIST.equals(arguments.get(0))) {
            versions.forEach(one -> out.println(TEXTS.german(
                    "upgrade.command.version", label(one), Long.toString(one.running()), one.newest() ? 1 : 0)));
            return DONE;
        }
        String process = arguments.size() > 1 ? arguments.get(1) : null;
        if (process != null && versions.stream().noneMatch(one -> one.process().equals(process))) {
            err.println(TEXTS.german("upgrade.noVersion"));
            return SOME_STAY;
        }
        int code = DONE;
        for (Version older : versions) {
            if (!older.newest() && (process == null || older.process().equals(process))) {
                code = Math.max(code, carryOut(older, LIFT.equals(arguments.get(0)), out, err));
            }
        }
        return code;
    }

    private int carryOut(Version older, boolean lift, PrintStream out, PrintStream err) {
        try {
            UUID run = desk.begin(true, older, desk.newestOf(older), AUTHOR);
            worker.workOff(() -> true);
            if (lift) {
                run = desk.apply(run, AUTHOR);
                worker.workOff(() -> true);
            }
            return print(older, desk.report(run), out);
        } catch (InterventionRefused refused) {
            err.println(label(older) + ": "
                    + TEXTS.german(refused.getMessage(), refused.arguments().toArray()));
            return SOME_STAY;
        }
    }

    private int print(Version older, Lift report, PrintStream out) {
        Run run = report.run();
        out.println(TEXTS.german(
                run.trial() ? "upgrade.command.tried" : "upgrade.command.lifted",
                label(older),
                Integer.toString(run.toVersion()),
                Integer.toString(run.done()),
                Integer.toString(run.total())));
        report.items().stream()
                .filter(item -> item.problem() != null)
                .forEach(item -> out.println("  " + item.municipality() + " " + item.businessKey() + " ("
                        + named(older, item.steps()) + "): "
                        + TEXTS.german(item.problem(), named(older, item.inTheWay()))));
        return run.done() == run.total() ? DONE : SOME_STAY;
    }

    private String named(Version version, List<String> elements) {
        return String.join(
                ", ",
                elements.stream().map(one -> models.stepName(version.id(), one)).toList());
    }

    private static String label(Version version) {
        return version.process() + " " + version.version()
                + (version.municipality() == null ? "" : " (" + version.municipality() + ")");
    }
}
