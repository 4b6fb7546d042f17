package de.kreislaufstadt.process.paths;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command of the product has said.
 *
 * @param code with which it ended
 * @param text everything it printed, also complaints
 */
record Printed(int code, String text) {

    /** A command as the product has them. */
    interface Command {
        int run(List<String> arguments, PrintStream out, PrintStream err);
    }

    static Printed by(Command command, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = command.run(List.of(arguments), printer, printer);
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }
}
