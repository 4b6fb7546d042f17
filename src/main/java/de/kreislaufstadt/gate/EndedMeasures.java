package de.kreislaufstadt.gate;

import de.kreislaufstadt.measure.MeasureEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody signs the proposal of a measure that has been cancelled or merged; what was signed until then stays to be read. */
@Component
class EndedMeasures {

    private final SignatureTable table;

    EndedMeasures(SignatureTable table) {
        this.table = table;
    }

    @EventListener
    void on(MeasureEnded ended) {
        table.endOpen(ended.municipality(), ended.measure());
    }
}
