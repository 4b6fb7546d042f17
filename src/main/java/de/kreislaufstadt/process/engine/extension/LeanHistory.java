package de.kreislaufstadt.process.engine.extension;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's full history without the log of every change of a routing value. The last value stays, the path shows what
 * was decided, and what a step meant is in the history of steps; the log would cost a statement with every decision.
 *
 * <p>It keeps the number of the full level, by which the engine knows it: the operation log depends on that.
 */
public final class LeanHistory extends HistoryLevelFull {

    public static final String NAME = "lean";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        return event != HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL
                && super.isHistoryEventProduced(event, entity);
    }
}
