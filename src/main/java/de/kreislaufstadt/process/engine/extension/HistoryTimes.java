package de.kreislaufstadt.process.engine.extension;

import java.time.Period;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How long the engine keeps the history of a process after its end: what the installation has set for it
 * ({@value #SETTING}.<i>key of the process</i>, in days), otherwise what its model says. What a process has called goes with it.
 * A setting holds for what ends from then on; what has ended before keeps the day it was given.
 */
public final class HistoryTimes extends DefaultHistoryRemovalTimeProvider {

    /** Prefix of the settings. */
    public static final String SETTING = "kreislaufstadt.history.keep";

    private final Map<String, Integer> days;

    private HistoryTimes(Map<String, Integer> days) {
        this.days = Map.copyOf(days);
    }

    /** @throws IllegalArgumentException if a setting is no number of days, or less than one */
    public static HistoryTimes of(Environment settings) {
        Map<String, Integer> days = new HashMap<>();
        Binder.get(settings)
                .bind(SETTING, Bindable.mapOf(String.class, Period.class))
                .orElse(Map.of())
                .forEach((process, period) -> days.put(plain(process), days(process, period)));
        return new HistoryTimes(days);
    }

    /** Months have no fixed length, so that nobody could say on which day something goes. */
    private static int days(String process, Period period) {
        if (period.toTotalMonths() != 0 || period.getDays() < 1) {
            throw new IllegalArgumentException(
                    SETTING + "." + process + " is to be a number of days of at least one, e.g. P3650D, not " + period);
        }
        return period.getDays();
    }

    /** @return names that are set and that none of these processes has; names of the environment lose their hyphens */
    public Set<String> unknownTo(Set<String> processes) {
        Set<String> unknown = new TreeSet<>(days.keySet());
        unknown.removeAll(processes.stream().map(HistoryTimes::plain).collect(Collectors.toSet()));
        return unknown;
    }

    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
        Integer set = definition == null ? null : days.get(plain(definition.getKey()));
        if (set == null) {
            return super.calculateRemovalTime(instance, definition);
        }
        Date from = isProcessInstanceEnded(instance) ? instance.getEndTime() : instance.getStartTime();
        return determineRemovalTime(from, set);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
