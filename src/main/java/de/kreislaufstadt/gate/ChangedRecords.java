package de.kreislaufstadt.gate;

import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.measure.RecordChanged;
import de.kreislaufstadt.process.IncomingMessages;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.TaskNotice.Kind;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A change of the record takes back every signature about it: the process plans the next round, and those who had signed hear of it. */
@Component
class ChangedRecords {

    private static final String PROCESS = "co-signature";

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
        boolean open = table.latest(change.municipality(), change.measureId())
                .filter(round -> round.outcome() == null)
                .isPresent();
        if (open) {
            String number =
                    measures.find(change.municipality(), change.measureId()).number();
            messages.getObject()
                    .deliver(change.municipality(), PROCESS, number, "record-changed", "measureId", change.measureId());
        }
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
