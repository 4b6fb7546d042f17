package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.SteeringRefusals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language why something of Verbund was refused. */
@RestControllerAdvice(assignableTypes = {MatrixController.class, SharingController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExchangeRefusals extends SteeringRefusals {

    ExchangeRefusals(Answers answers) {
        super(answers, "association.exchange", "association.exchange.unreadable");
    }
}
