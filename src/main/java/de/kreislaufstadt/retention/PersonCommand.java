package de.kreislaufstadt.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.FormRefused;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a person may ask for, on the command line: {@code person find|export|correct|restrict|delete --municipality=…
 * --name=… --mail=… --phone=… --user=…}. The same services as behind the page, and the same refusals.
 */
@Component
public class PersonCommand {

    /** Its first word. */
    public static final String NAME = "person";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG = 2;

    private static final String USAGE = "person find|export|correct|restrict|delete --municipality=… [--name=…]"
            + " [--mail=…] [--phone=…] [--user=…]; export: [--format=json|html];"
            + " correct: --item=… --field=… --value=…; restrict: --reason=… [--until=JJJJ-MM-TT];"
            + " delete: zeigt, was ginge; mit --confirm=<fingerprint> wird gelöscht, [--keep=…]";

    /** Nobody is signed in: the log says that it was the command. */
    private static final String BY = "person-command";

    private final PersonDesk people;
    private final Readable readable;
    private final MessageSource messages;
    private final ObjectMapper json;

    PersonCommand(PersonDesk people, Readable readable, MessageSource messages, ObjectMapper json) {
        this.people = people;
        this.readable = readable;
        this.messages = messages;
        this.json = json;
    }

    /**
     * @param arguments after the word {@code person}
     * @return exit code: 0 done, 1 refused, 2 not understood
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Map<String, List<String>> options = options(arguments);
        String municipality = one(options, "municipality");
        if (arguments.isEmpty() || municipality == null) {
            err.println(USAGE);
            return WRONG;
        }
        PersonQuery person = new PersonQuery(
                options.get("user"), options.get("name"), options.get("mail"), options.get("phone"), null);
        try {
            return act(arguments.get(0), municipality, person, options, out, err);
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
            String action,
            String municipality,
            PersonQuery person,
            Map<String, List<String>> options,
            PrintStream out,
            PrintStream err)
            throws JsonProcessingException {
        switch (action) {
            case "find" -> out.println(text(people.find(municipality, person)));
            case "export" -> {
                PersonFile file = people.export(municipality, person, BY);
                out.println("html".equals(one(options, "format")) ? readable.person(file) : text(file));
            }
            case "correct" ->
                people.correct(
                        municipality, person, one(options, "item"), one(options, "field"), one(options, "value"), BY);
            case "restrict" ->
                out.println(
                        people.restrict(municipality, person, one(options, "reason"), day(one(options, "until")), BY));
            case "delete" ->
                out.println(text(
                        options.containsKey("confirm")
                                ? people.delete(
                                        municipality,
                                        person,
                                        options.getOrDefault("keep", List.of()),
                                        one(options, "confirm"),
                                        BY)
                                : people.find(municipality, person)));
            default -> {
                err.println(USAGE);
                return WRONG;
            }
        }
        return DONE;
    }

    private String text(PersonFile file) throws JsonProcessingException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(file);
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
        arguments.stream().filter(argument -> argument.matches("--[a-z]+=.*")).forEach(argument -> {
            int end = argument.indexOf('=');
            options.computeIfAbsent(argument.substring(2, end), name -> new ArrayList<>())
                    .add(argument.substring(end + 1));
        });
        return options;
    }
}
