package de.kreislaufstadt.steering;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Intervention.Remark;
import de.kreislaufstadt.process.InterventionRefused;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why something could not be done with an item. */
final class Refusal {

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private Refusal() {}

    /** @return message and values; what nobody has foreseen is logged and told in general words */
    static Remark of(String kind, RuntimeException refused) {
        if (refused instanceof InterventionRefused intervention) {
            return new Remark(intervention.getMessage(), intervention.arguments());
        }
        if (refused instanceof FormRefused form) {
            FieldProblem first = form.problems().get(0);
            return new Remark(first.messageKey(), first.arguments());
        }
        LOG.error("Ein Eingriff aus einem Stapel ist gescheitert: {}", kind, refused);
        return new Remark("process.internal", List.of());
    }
}
