package de.kreislaufstadt.audit;

import de.kreislaufstadt.audit.ChainCheck.Anchor;
import de.kreislaufstadt.audit.ChainCheck.Broken;
import de.kreislaufstadt.audit.ChainCheck.Result;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Texts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Verifies the log of actions on the command line: {@code audit verify [--municipality=…] [--anchor=<number>:<hash>]}. It
 * prints the head of the log; kept outside of the database and given back as anchor, it shows whether the whole log has been
 * written anew.
 */
@Component
public class AuditCommand {

    /** Its first word. */
    public static final String NAME = "audit";

    /** Exit code for arguments that are not understood. */
    public static final int WRONG = 2;

    private static final int INTACT = 0;
    private static final int BROKEN = 1;

    private static final Pattern ANCHOR = Pattern.compile("--anchor=([0-9]{1,18}):([0-9a-f]{64})");
    private static final Pattern MUNICIPALITY = Pattern.compile("--municipality=(\\S+)");
    private static final Texts TEXTS = Texts.of("audit");

    private final ChainCheck chain;
    private final Municipalities municipalities;

    AuditCommand(ChainCheck chain, Municipalities municipalities) {
        this.chain = chain;
        this.municipalities = municipalities;
    }

    private record Wish(List<String> municipalities, List<Anchor> anchors) {}

    /**
     * Looks at the arguments before anything is started.
     *
     * @param arguments after the word {@code audit}
     * @param err where it is said what is wrong
     */
    public static boolean isUnderstood(List<String> arguments, PrintStream err) {
        boolean understood = wish(arguments) != null;
        if (!understood) {
            err.println(TEXTS.german("audit.command.usage"));
        }
        return understood;
    }

    /**
     * @param arguments after the word {@code audit}
     * @return exit code: 0 every entry is as it was written, 1 one is not or the municipality is unknown, 2 not understood
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!isUnderstood(arguments, err)) {
            return WRONG;
        }
        Wish wish = wish(arguments);
        List<String> asked = wish.municipalities().isEmpty() ? municipalities.tenants() : wish.municipalities();
        int code = INTACT;
        for (String municipality : asked) {
            if (!municipalities.tenants().contains(municipality)) {
                err.println(TEXTS.german("audit.command.unknown"));
                return BROKEN;
            }
            Result result = chain.verify(municipality, wish.anchors());
            if (result.broken() == null) {
                out.println(TEXTS.german(
                        "audit.command.intact", municipality, result.entries(), result.erased(), anchorOf(result)));
            } else {
                err.println(TEXTS.german(
                        "audit.command.broken",
                        municipality,
                        Long.toString(result.broken().position()),
                        why(result.broken())));
                code = BROKEN;
            }
        }
        return code;
    }

    /** @return how the head of a log is noted down */
    static String anchorOf(Result result) {
        return result.entries() + ":" + result.hash();
    }

    private static String why(Broken broken) {
        return TEXTS.german("audit.broken." + broken.flaw().name(), broken.field() == null ? "" : broken.field());
    }

    private static Wish wish(List<String> arguments) {
        if (arguments.isEmpty() || !"verify".equals(arguments.get(0))) {
            return null;
        }
        List<String> wanted = new ArrayList<>();
        List<Anchor> anchors = new ArrayList<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            Matcher municipality = MUNICIPALITY.matcher(argument);
            Matcher anchor = ANCHOR.matcher(argument);
            if (municipality.matches()) {
                wanted.add(municipality.group(1));
            } else if (anchor.matches()) {
                anchors.add(new Anchor(Long.parseLong(anchor.group(1)), anchor.group(2)));
            } else {
                return null;
            }
        }
        // A number and a hash belong to the log of one municipality.
        return anchors.isEmpty() || wanted.size() == 1 ? new Wish(wanted, anchors) : null;
    }
}
