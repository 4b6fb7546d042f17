package de.kreislaufstadt.process.engine.steer;

import java.util.Locale;
import java.util.stream.Stream;

/** Why a job has failed, as far as people can do something about it. */
enum JobCause {
    /** The mail server cannot be reached or refuses. */
    MAIL_SERVER("jakarta.mail.", "org.springframework.mail.", "com.sun.mail.", "org.eclipse.angus."),
    /** The database cannot be reached, refuses or takes too long. */
    DATABASE(
            "java.sql.",
            "org.postgresql.",
            "org.springframework.dao.",
            "org.springframework.jdbc.",
            "org.apache.ibatis.",
            "com.zaxxer.hikari.",
            "cannotcreatetransactionexception"),
    /** A rule of the model, of a decision table or of the product has refused, or what the step needs is not there. */
    RULE(
            "formrefused",
            "interventionrefused",
            "org.camunda.bpm.dmn.",
            "decisionexception",
            "java.util.nosuchelementexception",
            "java.lang.illegalstateexception",
            "java.lang.illegalargumentexception",
            "bpmnerror"),
    /** Anything else; whoever operates the installation finds it in the log. */
    UNKNOWN;

    private final String[] signs;

    JobCause(String... signs) {
        this.signs = signs;
    }

    /**
     * @param trace what the engine has kept of the exception, with its causes; null where it kept nothing
     * @return the cause; of several signs the first kind counts, since a mail server that is down is told through a chain
     */
    static JobCause in(String trace) {
        if (trace == null) {
            return UNKNOWN;
        }
        // The frames name every library that was on the way; only the exceptions themselves say what was wrong.
        String thrown = trace.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("at ") && !line.startsWith("..."))
                .reduce("", (all, line) -> all + "\n" + line)
                .toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(cause -> Stream.of(cause.signs).anyMatch(thrown::contains))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
