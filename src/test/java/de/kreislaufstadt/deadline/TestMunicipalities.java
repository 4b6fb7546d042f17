package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.FederalState;
import de.kreislaufstadt.department.MunicipalLook;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.department.ReminderStage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Münster in North Rhine-Westphalia and, for comparison, a city in another state with a closing day. */
record TestMunicipalities(Map<String, Integer> workingDays, Map<String, String> recurrence) implements Municipalities {

    static final String MUENSTER = "muenster";
    static final String FRANKFURT = "frankfurt";
    static final LocalDate FRANKFURT_CLOSED = LocalDate.of(2026, 12, 28);

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
    public Optional<Pattern> paperNumberPattern(String municipality) {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> lastDay(String municipality) {
        return Optional.empty();
    }

    @Override
    public boolean hasEnded(String municipality) {
        return false;
    }

    @Override
    public Map<String, Integer> scoreWeights(String municipality) {
        return Map.of();
    }

    @Override
    public Optional<Period> retention(String municipality, String kind) {
        return Optional.empty();
    }

    @Override
    public MunicipalLook look(String municipality) {
        return MunicipalLook.none();
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

    @Override
    public Optional<List<ReminderStage>> reminders(String municipality, String task) {
        return Optional.empty();
    }

    @Override
    public Optional<List<ReminderStage>> usualReminders(String municipality) {
        return Optional.empty();
    }

    @Override
    public Optional<LocalTime> reminderTime(String municipality) {
        return Optional.empty();
    }
}
