package de.kreislaufstadt.imports;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Imports measures on the command line: {@code import plan|apply --municipality=… --document=… --asof=… --lead=… files}, and
 * {@code import template --municipality=… file}. Planning writes nothing.
 */
@Component
public class ImportCommand {

    /** Its first word. */
    public static final String NAME = "import";

    /** Exit code for arguments that are not understood. */
    public static final int WRONG = 2;

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /** Who is named as the author of what it writes. */
    private static final String AUTHOR = "import-command";

    private static final String TEMPLATE = "template";
    private static final String APPLY = "apply";
    private static final Set<String> ACTIONS = Set.of("plan", APPLY, TEMPLATE);

    private final Municipalities municipalities;
    private final Imports imports;
    private final CarryOut carryOut;
    private final MessageSource messages;
    private final Clock clock;

    ImportCommand(
            Municipalities municipalities, Imports imports, CarryOut carryOut, MessageSource messages, Clock clock) {
        this.municipalities = municipalities;
        this.imports = imports;
        this.carryOut = carryOut;
        this.messages = messages;
        this.clock = clock;
    }

    private record Wish(String action, ImportOptions options, List<Path> files) {}

    /**
     * Looks at the arguments before anything is started.
     *
     * @param arguments after the word {@code import}
     * @param err where it is said what is wrong
     */
    public static boolean isUnderstood(List<String> arguments, PrintStream err) {
        boolean understood = wish(arguments).isPresent();
        if (!understood) {
            err.println(ImportTexts.german("imports.command.usage"));
        }
        return understood;
    }

    /**
     * @param arguments after the word {@code import}
     * @return exit code: 0 no row is refused, 1 the files or rows of them are, 2 not understood
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!isUnderstood(arguments, err)) {
            return WRONG;
        }
        Wish wish = wish(arguments).orElseThrow();
        String municipality = wish.options().get("municipality").orElse("");
        if (!municipalities.all().contains(municipality)) {
            err.println(ImportTexts.german("imports.command.unknown"));
            return REFUSED;
        }
        try {
            City city = imports.city(municipality);
            return TEMPLATE.equals(wish.action()) ? template(city, wish) : carry(city, wish, out);
        } catch (FormRefused refused) {
            refused.problems().forEach(problem -> err.println(problem.field() + ": " + words(problem)));
            return REFUSED;
        } catch (IOException e) {
            err.println(ImportTexts.german("imports.command.unreadable") + " " + e.getMessage());
            return REFUSED;
        }
    }

    private int carry(City city, Wish wish, PrintStream out) throws IOException {
        ImportSettings settings = wish.options().settings(city, LocalDate.now(clock));
        List<SourceFile> files = wish.files().stream()
                .map(file -> new SourceFile(file.getFileName().toString(), file))
                .toList();
        ImportPlan plan = imports.plan(settings, files, wish.options().encoding());
        PlanReport report = new PlanReport(city, plan, this::words);
        report.print(out);
        wish.options().get("report").ifPresent(file -> write(report, Path.of(file)));
        boolean refused = plan.counts().containsKey(ImportPlan.Fate.REFUSED);
        if (APPLY.equals(wish.action())) {
            List<String> names = files.stream().map(SourceFile::name).toList();
            CarryOut.Done done = carryOut.carryOut(settings, names, plan, AUTHOR, row -> {});
            out.println(ImportTexts.get("imports.command.done", done.run().toString()));
            refused = done.rows().containsKey(ImportPlan.Fate.REFUSED);
        }
        return refused ? REFUSED : DONE;
    }

    private int template(City city, Wish wish) throws IOException {
        Path file = wish.files().get(0);
        try (OutputStream target = Files.newOutputStream(file)) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                new TableWriter(city).workbook(List.of(), target);
            } else {
                new TableWriter(city).csv(TableWriter.of(file.getFileName().toString()), List.of(), target);
            }
        }
        return DONE;
    }

    private static void write(PlanReport report, Path file) {
        try (OutputStream target = Files.newOutputStream(file)) {
            report.csv(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String words(FieldProblem problem) {
        return messages.getMessage(
                problem.messageKey(),
                problem.arguments().stream().map(Shown::argument).toArray(),
                Locale.GERMAN);
    }

    private static Optional<Wish> wish(List<String> arguments) {
        if (arguments.isEmpty() || !ACTIONS.contains(arguments.get(0))) {
            return Optional.empty();
        }
        List<String> rest = arguments.subList(1, arguments.size());
        List<Path> files = rest.stream()
                .filter(word -> !word.startsWith("--"))
                .map(Path::of)
                .toList();
        boolean right = TEMPLATE.equals(arguments.get(0)) ? files.size() == 1 : !files.isEmpty();
        return ImportOptions.of(
                        rest.stream().filter(word -> word.startsWith("--")).toList())
                .filter(options -> right && options.get("municipality").isPresent())
                .map(options -> new Wish(arguments.get(0), options, files));
    }
}
