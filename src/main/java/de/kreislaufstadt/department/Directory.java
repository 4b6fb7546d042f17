package de.kreislaufstadt.department;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answers what modules and the process ask about municipalities and departments, from memory. */
@Component
class Directory implements Departments, Municipalities, DepartmentDirectory, DepartmentChoice {

    /** No unit may be called so: a task whose unit stands below no Dezernat goes to all managers together. */
    private static final String MANAGERS = "managers";

    private static final String MANAGERS_NAME = "Führungskräfte";

    private final Cities cities;
    private final Clock clock;

    Directory(Cities cities, Clock clock) {
        this.cities = cities;
        this.clock = clock;
    }

    @Override
    public List<String> all() {
        return cities.cities();
    }

    @Override
    public List<String> tenants() {
        return cities.ids();
    }

    @Override
    public boolean isAssociation(String municipality) {
        return cities.find(municipality).map(City::association).orElse(false);
    }

    @Override
    public boolean keepsMeasures(String municipality) {
        return !isAssociation(municipality);
    }

    @Override
    public boolean isModeratedByAssociation(String municipality) {
        return cities.find(municipality).map(City::moderatedByAssociation).orElse(false);
    }

    @Override
    public List<Option> options(String municipality) {
        Collator german = Collator.getInstance(Locale.GERMAN);
        return cities.get(municipality).units().values().stream()
                .filter(unit -> unit.isValidOn(today()))
                .map(unit -> new Option(unit.key(), unit.name()))
                .sorted(Comparator.comparing(Option::label, german))
                .toList();
    }

    @Override
    public String nameOf(String municipality, String department) {
        City.Unit unit = cities.get(municipality).units().get(department);
        if (unit == null) {
            return MANAGERS.equals(department) ? MANAGERS_NAME : department;
        }
        return unit.name();
    }

    @Override
    public boolean isCurrent(String municipality, String department) {
        City.Unit unit = cities.get(municipality).units().get(department);
        return unit != null && unit.isValidOn(today());
    }

    @Override
    public String currentOf(String municipality, String department) {
        return cities.get(municipality).currentOf(department, today());
    }

    @Override
    public Optional<String> departmentWithRole(String municipality, String role) {
        return cities.get(municipality).holderOf(role, today());
    }

    @Override
    public String escalationGroup(String municipality, String department) {
        return cities.get(municipality)
                .parentOf(department, today())
                .map(parent -> Groups.department(municipality, parent))
                .orElseGet(() -> Groups.managers(municipality));
    }

    @Override
    public Optional<String> roleFor(String municipality, String task) {
        return Optional.ofNullable(cities.get(municipality).routing().get(task));
    }

    @Override
    public List<String> departmentsOf(String municipality, List<String> groups) {
        return cities.get(municipality).units().keySet().stream()
                .filter(key -> groups.contains(Groups.department(municipality, key))
                        || groups.contains(Groups.head(municipality, key)))
                .sorted()
                .toList();
    }

    @Override
    public List<String> ledBy(String municipality, List<String> groups) {
        return cities.get(municipality).units().keySet().stream()
                .filter(key -> groups.contains(Groups.head(municipality, key)))
                .sorted()
                .toList();
    }

    @Override
    public boolean isKnown(String municipality, String department) {
        return cities.get(municipality).units().containsKey(department);
    }

    @Override
    public List<String> named(String municipality, String word) {
        String wanted = word.toLowerCase(Locale.GERMAN);
        return cities.get(municipality).units().values().stream()
                .filter(unit -> unit.name().toLowerCase(Locale.GERMAN).contains(wanted))
                .map(City.Unit::key)
                .toList();
    }

    @Override
    public String nameOf(String municipality) {
        return cities.get(municipality).name();
    }

    @Override
    public Optional<Pattern> paperNumberPattern(String municipality) {
        return Optional.ofNullable(cities.get(municipality).paperNumberPattern())
                .map(Pattern::compile);
    }

    @Override
    public FederalState federalState(String municipality) {
        return cities.get(municipality).federalState();
    }

    @Override
    public Set<LocalDate> closingDays(String municipality) {
        return cities.get(municipality).closingDays().keySet();
    }

    @Override
    public Optional<LocalDate> lastDay(String municipality) {
        return Optional.ofNullable(cities.get(municipality).validUntil());
    }

    @Override
    public boolean hasEnded(String municipality) {
        return cities.get(municipality).hasEndedBy(today());
    }

    @Override
    public Map<String, Integer> scoreWeights(String municipality) {
        return cities.get(municipality).scoreWeights();
    }

    @Override
    public Optional<Period> retention(String municipality, String kind) {
        return Optional.ofNullable(cities.get(municipality).retention().get(kind))
                .map(Period::parse);
    }

    @Override
    public boolean showsOpenTasksPerPerson(String municipality) {
        return cities.get(municipality).openTasksPerPerson();
    }

    @Override
    public Set<String> publicMailAddresses(String municipality) {
        return cities.get(municipality).publicPage().mailAddresses();
    }

    @Override
    public Set<String> publicPhoneNumbers(String municipality) {
        return Set.copyOf(cities.get(municipality).publicPage().phoneNumbers());
    }

    @Override
    public boolean publishesByItself(String municipality) {
        return cities.get(municipality).publicPage().beginsByItself();
    }

    @Override
    public Map<String, String> visibility(String municipality) {
        return cities.get(municipality).visibility();
    }

    @Override
    public MunicipalLook look(String municipality) {
        return cities.get(municipality).look();
    }

    @Override
    public OptionalInt workingDays(String municipality, String taskOrPeriod) {
        Integer days = cities.get(municipality).workingDays().get(taskOrPeriod);
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    @Override
    public Optional<String> recurrence(String municipality, String name) {
        return Optional.ofNullable(cities.get(municipality).recurrence().get(name));
    }

    @Override
    public Optional<List<ReminderStage>> reminders(String municipality, String task) {
        return Optional.ofNullable(cities.get(municipality).reminders().tasks().get(task));
    }

    @Override
    public Optional<List<ReminderStage>> usualReminders(String municipality) {
        return reminders(municipality, ReminderSettings.DEFAULT);
    }

    @Override
    public Optional<LocalTime> reminderTime(String municipality) {
        return Optional.ofNullable(cities.get(municipality).reminders().at());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
