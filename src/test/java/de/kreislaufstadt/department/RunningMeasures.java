package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Knows which measures run, and nothing else of the engine. */
class RunningMeasures implements Lifecycles {

    List<String> numbers = List.of();

    @Override
    public List<String> running(String municipality) {
        return numbers;
    }

    @Override
    public boolean isRunning(String municipality, String number) {
        return numbers.contains(number);
    }

    @Override
    public List<Variant> variants(String municipality) {
        return List.of();
    }

    @Override
    public void forget(String municipality) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void takeOver(
            String municipality,
            UUID measureId,
            String number,
            String lead,
            String activity,
            Outcome routing,
            List<PastStep> past,
            String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void waitNoLonger(String municipality, String event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void waitSince(String municipality, String number, String department, LocalDate day, LocalDate due) {
        throw new UnsupportedOperationException();
    }
}
