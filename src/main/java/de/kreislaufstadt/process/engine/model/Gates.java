package de.kreislaufstadt.process.engine.model;

import java.util.regex.Pattern;

/**
 * The steps at which something is decided, adopted, released, checked or signed. They are named by what is done at them, and nobody
 * goes past one, whatever a model says.
 */
public final class Gates {

    private static final Pattern GATE = Pattern.compile(
            "(decide|adopt|release|review|check|agree|confirm|clarify|approve|sign|co-sign|countersign)(-.*)?|.*-signature");

    private Gates() {}

    /** @return whether the user task of this id decides, adopts, releases, checks or signs something */
    public static boolean isGate(String step) {
        return GATE.matcher(step).matches();
    }
}
