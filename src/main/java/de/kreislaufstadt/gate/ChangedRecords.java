package de.kreislaufstadt.gate;

import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.measure.RecordChanged;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.TaskNotice.Kind;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A change of the record takes back every signature about it until somebody decides: the process plans the next round, and those
 * who had signed hear of it.
 */
@Component
class ChangedRecords {

    private static final String SIGNING = "co-signature";
    private static final String DECIDING = "measure-lifecycle";
    private static final String MESSAGE = "record-changed";

    private final ObjectProvider<IncomingMessages> messages;
    private final Measures measures;
    private final SignatureTable table;
    private final ApplicationEventPublisher events;

    ChangedRecords(
            ObjectProvider<IncomingMessages> messages,
            Measures measures,
            SignatureTable table,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.measures = measures;
        this.table = table;
        this.events = events;
    }

    @EventListener
    void on(RecordChanged change) {
        Measure measure = measures.find(change.municipality(), change.measureId());
        if (measure.state() != MeasureState.UNDER_REVIEW) {
            return;
        }
        Optional<Round> latest = table.latest(change.municipality(), change.measureId());
        if (latest.filter(round -> round.outcome() == null).isPresent()) {
            deliver(change, SIGNING, measure.number());
        } else if (messages.getObject().isAwaited(change.municipality(), DECIDING, measure.number(), MESSAGE)) {
            latest.filter(round -> round.outcome() == Round.Outcome.FORWARD)
                    .filter(Round::anybodySigned)
                    .ifPresent(round -> reset(change, round));
            deliver(change, DECIDING, measure.number());
        }
    }

    private void deliver(RecordChanged change, String process, String number) {
        messages.getObject().deliver(change.municipality(), process, number, MESSAGE, "measureId", change.measureId());
    }

    /** Nobody has decided yet, so what was signed to the end is signed anew. */
    private void reset(RecordChanged change, Round round) {
        table.reset(change.municipality(), round.id());
        events.publishEvent(BusinessAction.of(
                        change.municipality(),
                        change.measureId(),
                        BusinessAction.Kind.COSIGNATURES_RESET,
                        Subject.whole().about(round.id().toString()),
                        change.actor())
                .changing(Change.of("signatures", String.join(", ", round.signers()), null)));
    }

    /** The department is asked anew like everybody else; who had signed for it before is told as a person, too. */
    @EventListener
    void on(TaskNotice opened) {
        if (opened.kind() != Kind.OPENED || !opened.taskKey().equals("co-sign")) {
            return;
        }
        List<Round> rounds = table.rounds(opened.municipality(), opened.measureId());
        rounds.stream()
                .filter(round -> round.outcome() == Round.Outcome.RESET)
                .reduce((earlier, later) -> later)
                .stream()
                .flatMap(round -> round.signatures().stream())
                .filter(signature -> signature.signedBy() != null)
                .filter(signature -> (opened.municipality() + "-" + signature.department()).equals(opened.group()))
                .forEach(signature -> events.publishEvent(new TaskNotice(
                        Kind.INFORMED,
                        opened.municipality(),
                        opened.taskId(),
                        opened.taskKey(),
                        opened.measureId(),
                        opened.measureNumber(),
                        opened.group(),
                        signature.signedBy(),
                        opened.due(),
                        signature.id().toString())));
    }
}
