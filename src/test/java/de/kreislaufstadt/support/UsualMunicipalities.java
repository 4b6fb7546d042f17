package de.kreislaufstadt.support;

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

/** Municipalities whose files say no more than they have to; a test adds what it is about. */
public abstract class UsualMunicipalities implements Municipalities {

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
    public Set<LocalDate> closingDays(String municipality) {
        return Set.of();
    }

    @Override
    public OptionalInt workingDays(String municipality, String taskOrPeriod) {
        return OptionalInt.empty();
    }

    @Override
    public Optional<String> recurrence(String municipality, String name) {
        return Optional.empty();
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
