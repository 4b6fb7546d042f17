package de.kreislaufstadt.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Texts;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a person may ask for, on the command line: {@code person find|export|correct|restrict|block|lift|delete --municipality=…
 * --name=… --mail=… --phone=… --user=…}. The same services as behind the page, and the same refusals.
 */
@Component
public class PersonCommand {

    /** Its first word. */
    public static final String NAME = "person";

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /** Exit code for arguments that are not understood. */
    public static final int WRONG = 2;

    /** Stands for requests that come on the standard input. */
    private static final String INPUT = "-";

    private static final Set<String> ACTIONS =
            Set.of("find", "export", "correct", "restrict", "block", "lift", "delete");
    private static final Set<String> OPTIONS = Set.of(
            "municipality",
            "name",
            "mail",
            "phone",
            "user",
            "format",
            "item",
            "field",
            "value",
            "reason",
            "until",
            "id",
            "confirm");

    private static final Pattern OPTION = Pattern.compile("--[a-z]+=.*", Pattern.DOTALL);

    private static final Pattern NEXT_OPTION = Pattern.compile("\\s+(?=--[a-z]+=)");

    private static final Texts TEXTS = Texts.of("privacy");

    private final PersonDesk people;
    private final BlockDesk blocks;
    private final Readable readable;
    private final MessageSource messages;
    private final ObjectMapper json;

    PersonCommand(PersonDesk people, BlockDesk blocks, Readable readable, MessageSource messages, ObjectMapper json) {
        this.people = people;
        this.blocks = blocks;
        this.readable = readable;
        this.messages = messages;
        this.json = json;
    }

    /**
     * Looks at the arguments before anything is started.
     *
     * @param arguments after the word {@code person}
     * @param err where it is said what is wrong
     */
    public static boolean isUnderstood(List<String> arguments, PrintStream err) {
        if (arguments.equals(List.of(INPUT))) {
            return true;
        }
        String wrong = wrong(arguments, options(arguments));
        if (wrong != null) {
            err.println(TEXTS.german("privacy.command." + wrong));
            err.println(TEXTS.german("privacy.command.usage"));
        }
        return wrong == null;
    }

    /**
     * @param arguments after the word {@code person}; {@code -} if requests come line by line on the input, where neither
     *     the list of processes nor the history of the shell shows whom they are about
     * @return exit code: 0 done, 1 refused, 2 not understood; of several requests the highest
     */
    public int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        if (!arguments.equals(List.of(INPUT))) {
            return run(arguments, out, err);
        }
        try (Scanner lines = new Scanner(in, StandardCharsets.UTF_8)) {
            int code = DONE;
            while (lines.hasNextLine()) {
                String line = lines.nextLine().strip();
                if (!line.isEmpty()) {
                    code = Math.max(code, run(List.of(NEXT_OPTION.split(line)), out, err));
                }
            }
            return code;
        }
    }

    /**
     * @param arguments after the word {@code person}
     * @return exit code: 0 done, 1 refused, 2 not understood
     */
    int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!isUnderstood(arguments, err)) {
            return WRONG;
        }
        Map<String, List<String>> options = options(arguments);
        String municipality = one(options, "municipality");
        PersonQuery person = new PersonQuery(
                options.get("user"), options.get("name"), options.get("mail"), options.get("phone"), null);
        try {
            return act(arguments.get(0), municipality, person, options, out);
        } catch (Refused refused) {
            err.println(messages.getMessage(refused.messageKey(), refused.arguments(), java.util.Locale.GERMAN));
            return REFUSED;
        } catch (FormRefused refused) {
            refused.problems()
                    .forEach(problem -> err.println(problem.field() + ": "
                            + messages.getMessage(
                                    problem.messageKey(), problem.arguments().toArray(), java.util.Locale.GERMAN)));
            return REFUSED;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int act(
            String action, String municipality, PersonQuery person, Map<String, List<String>> options, PrintStream out)
            throws JsonProcessingException {
        switch (action) {
            case "find" -> out.println(text(people.find(municipality, person)));
            case "export" -> {
                PersonFile file = people.export(municipality, person, Doers.COMMAND);
                out.println("html".equals(one(options, "format")) ? readable.person(file) : text(file));
            }
            case "correct" ->
                people.correct(
                        municipality,
                        person,
                        one(options, "item"),
                        one(options, "field"),
                        one(options, "value"),
                        Doers.COMMAND);
            case "restrict" ->
                out.println(people.restrict(
                        municipality, person, one(options, "reason"), day(one(options, "until")), Doers.COMMAND));
            case "delete" ->
                out.println(text(
                        options.containsKey("confirm")
                                ? people.delete(
                                        municipality,
                                        person,
                                        chosen(options, municipality, person),
                                        one(options, "confirm"),
                                        Doers.COMMAND)
                                : people.find(municipality, person)));
            case "block" ->
                out.println(blocks.set(
                        municipality,
                        new BlockDesk.Wanted(
                                Blocks.Scope.PERSON,
                                null,
                                null,
                                person,
                                one(options, "reason"),
                                day(one(options, "until"))),
                        Doers.COMMAND));
            case "lift" -> blocks.lift(municipality, id(one(options, "id")), Doers.COMMAND);
            default -> throw new IllegalArgumentException(action);
        }
        return DONE;
    }

    /** @return ids of what shall go; null for what certainly is about the person */
    private List<String> chosen(Map<String, List<String>> options, String municipality, PersonQuery person) {
        List<String> items = options.get("item");
        return items == null || !items.contains("all")
                ? items
                : people.find(municipality, person).items().stream()
                        .filter(PersonFile.Item::mayGo)
                        .map(PersonFile.Item::id)
                        .toList();
    }

    private String text(PersonFile file) throws JsonProcessingException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(file);
    }

    /** @return what is wrong with the arguments, by the last part of its message's key; null if nothing */
    private static String wrong(List<String> arguments, Map<String, List<String>> options) {
        if (arguments.isEmpty() || !ACTIONS.contains(arguments.get(0))) {
            return "action";
        }
        boolean understood = arguments.stream()
                        .skip(1)
                        .allMatch(argument -> OPTION.matcher(argument).matches())
                && OPTIONS.containsAll(options.keySet());
        return !understood ? "option" : options.containsKey("municipality") ? null : "municipality";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Refused.unknown("privacy.block.gone");
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw FormRefused.at("until", "privacy.unreadable");
        }
    }

    private static String one(Map<String, List<String>> options, String name) {
        List<String> values = options.get(name);
        return values == null ? null : values.get(0);
    }

    private static Map<String, List<String>> options(List<String> arguments) {
        Map<String, List<String>> options = new HashMap<>();
        arguments.stream()
                .filter(argument -> OPTION.matcher(argument).matches())
                .forEach(argument -> {
                    int end = argument.indexOf('=');
                    options.computeIfAbsent(argument.substring(2, end), name -> new ArrayList<>())
                            .add(argument.substring(end + 1));
                });
        return options;
    }
}
