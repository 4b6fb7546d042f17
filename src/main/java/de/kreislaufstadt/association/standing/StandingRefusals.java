package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.SteeringRefusals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language why an entry, a release or a withdrawal was refused. */
@RestControllerAdvice(assignableTypes = StandingController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class StandingRefusals extends SteeringRefusals {

    StandingRefusals(Answers answers) {
        super(answers, "association.standing", "association.standing.unreadable");
    }
}
