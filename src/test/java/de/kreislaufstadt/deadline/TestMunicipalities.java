package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.FederalState;
import de.kreislaufstadt.support.UsualMunicipalities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Münster in North Rhine-Westphalia and, for comparison, a city in another state with a closing day. */
final class TestMunicipalities extends UsualMunicipalities {

    static final String MUENSTER = "muenster";
    static final String FRANKFURT = "frankfurt";
    static final LocalDate FRANKFURT_CLOSED = LocalDate.of(2026, 12, 28);

    private final Map<String, Integer> workingDays;
    private final Map<String, String> recurrence;

    TestMunicipalities(Map<String, Integer> workingDays, Map<String, String> recurrence) {
        this.workingDays = workingDays;
        this.recurrence = recurrence;
    }

    static TestMunicipalities withoutSettings() {
        return new TestMunicipalities(Map.of(), Map.of());
    }

    @Override
    public List<String> all() {
        return List.of(FRANKFURT, MUENSTER);
    }

    @Override
    public String nameOf(String municipality) {
        return municipality;
    }

    @Override
    public FederalState federalState(String municipality) {
        return municipality.equals(MUENSTER) ? FederalState.NW : FederalState.HE;
    }

    @Override
    public Set<LocalDate> closingDays(String municipality) {
        return municipality.equals(MUENSTER) ? Set.of() : Set.of(FRANKFURT_CLOSED);
    }

    @Override
    public OptionalInt workingDays(String municipality, String taskOrPeriod) {
        Integer days = workingDays.get(taskOrPeriod);
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    @Override
    public Optional<String> recurrence(String municipality, String name) {
        return Optional.ofNullable(recurrence.get(name));
    }
}
