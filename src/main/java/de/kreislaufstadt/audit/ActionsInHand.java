package de.kreislaufstadt.audit;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.DecisionAnswered;
import de.kreislaufstadt.process.BusinessAction.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** What has happened in one transaction so far. */
final class ActionsInHand implements TransactionSynchronization {

    /** Steps of the process: what decision tables are asked belongs to them, whatever else happens along with them. */
    private static final Set<Kind> STEPS =
            EnumSet.of(Kind.MEASURE_PROPOSED, Kind.STEP_COMPLETED, Kind.STEP_SKIPPED, Kind.STEP_REPEATED);

    private final LogTable log;
    private final List<Noted> noted = new ArrayList<>();
    private final List<DecisionAnswered> early = new ArrayList<>();
    private Noted step;

    ActionsInHand(LogTable log) {
        this.log = log;
    }

    /**
     * An action with what decision tables answered along with it.
     *
     * @param at as exactly as the database keeps it
     */
    record Noted(BusinessAction action, Instant at, List<DecisionAnswered> answers) {}

    void add(BusinessAction action, Instant at) {
        Noted one = new Noted(action, at.truncatedTo(ChronoUnit.MICROS), new ArrayList<>(action.decisions()));
        noted.add(one);
        if (STEPS.contains(action.kind())) {
            step = one;
            one.answers().addAll(early);
            early.clear();
        }
    }

    /** A handler asks before its step is noted, owners and days of the next tasks are asked for after it. */
    void add(DecisionAnswered answer) {
        List<DecisionAnswered> known = step == null ? early : step.answers();
        if (!known.contains(answer)) {
            known.add(answer);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (noted.isEmpty()) {
            return;
        }
        noted.get(noted.size() - 1).answers().addAll(early);
        TreeMap<String, List<Noted>> byMunicipality = new TreeMap<>();
        noted.forEach(one -> byMunicipality
                .computeIfAbsent(one.action().municipality(), key -> new ArrayList<>())
                .add(one));
        // In one order everywhere, so that no two wait for each other.
        byMunicipality.forEach(log::append);
        noted.clear();
        early.clear();
    }

    /** After everything else that is done before a commit: the lock on the chain is the last one taken. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
