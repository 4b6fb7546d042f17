package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.SteeringRefusals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language why a publication, a withdrawal or time facts were refused. */
@RestControllerAdvice(assignableTypes = {PublicationController.class, TimesController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicationRefusals extends SteeringRefusals {

    PublicationRefusals(Answers answers) {
        super(answers);
    }
}
