package de.kreislaufstadt.gate;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.TaskContext;
import java.util.Objects;
import java.util.stream.Stream;

/** What has to hold of every signature: it is about what is signed now, and nobody signs twice, for whomever. */
final class SignerCheck {

    private SignerCheck() {}

    static Problems check(TaskContext task, Round round, Integer number, Problems problems) {
        boolean twice = round.signatures().stream()
                .map(Signature::signedBy)
                .filter(Objects::nonNull)
                .anyMatch(signer -> Stream.of(task.actor(), task.deputyFor()).anyMatch(signer::equals));
        return problems.check(
                        round.outcome() == null && Objects.equals(round.number(), number),
                        "round",
                        "gate.sign.outdated")
                .check(!twice, "result", "gate.sign.twice");
    }
}
