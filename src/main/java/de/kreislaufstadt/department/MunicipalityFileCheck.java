package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks what the file of a municipality or of the association says as a whole and makes the city of it. The first problem ends the check. */
class MunicipalityFileCheck {

    // Together with "-head" they name the engine's groups, which hold 64 characters.
    private static final Pattern MUNICIPALITY_ID = Pattern.compile("[a-z][a-z0-9]{0,17}");
    private static final Pattern KEY = Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PERSON_ID = Pattern.compile("[a-z][a-z0-9-]{1,63}");
    private static final Pattern OFFICIAL_KEY = Pattern.compile("[0-9]{8}");
    private static final int MAX_DAYS = 366;

    private final String location;
    private final MunicipalityFile file;
    private final Steps steps;
    private final LocalDate today;
    private final boolean association;
    private final List<String> roles;
    private final String section;

    MunicipalityFileCheck(String location, MunicipalityFile file, Steps steps, LocalDate today) {
        this.location = location;
        this.file = file;
        this.steps = steps;
        this.today = today;
        this.association = file.association() != null;
        this.roles = Role.names(association);
        this.section = association ? "association" : "municipality";
    }

    /** @throws MunicipalityFileRefused if something is missing, unknown, doubled or contradictory */
    City city() {
        MunicipalityFile.Municipality municipality = file.tenant();
        require(municipality != null, "municipality", "fehlt");
        require(
                !association || file.municipality() == null,
                "association",
                "eine Datei gehört einer Kommune (municipality) oder dem Verbund (association), nicht beiden");
        matches(
                municipality.id(),
                MUNICIPALITY_ID,
                section + ".id",
                "höchstens 18 Kleinbuchstaben und Ziffern ohne Bindestrich");
        PublicPage.refuseReserved(municipality.id(), this::refused);
        present(municipality.name(), section + ".name");
        if (!association) {
            matches(municipality.officialKey(), OFFICIAL_KEY, "municipality.officialKey", "acht Ziffern");
        }
        require(municipality.federalState() != null, section + ".federalState", "fehlt");
        City city = new City(
                municipality.id(),
                municipality.name(),
                municipality.officialKey(),
                municipality.federalState(),
                paperNumberPattern(municipality),
                closingDays(municipality),
                units(),
                file.workingDays(),
                file.routing(),
                file.recurrence(),
                ReminderSettings.of(file.reminders(), steps, this::refused),
                municipality.validUntil(),
                ExtraSettings.weights(file.scoreWeights(), this::refused),
                ExtraSettings.retention(file.retention(), steps, this::refused),
                MunicipalLook.of(file.look(), this::refused),
                file.monitoring() != null && file.monitoring().openTasksPerPerson(),
                PublicPage.of(file.publicPage(), this::refused),
                ExtraSettings.visibility(municipality.id(), file.visibility(), steps, this::refused),
                association,
                file.workshops() != null && file.workshops().moderation() == MunicipalityFile.Moderation.ASSOCIATION);
        checkSuccessors(city);
        checkParents(city);
        checkSettings(city);
        checkRoles(city);
        if (association) {
            new AssociationCheck(this::refused).check(file, city, today, MUNICIPALITY_ID);
        }
        checkPeople(city);
        new SignInCheck(this::refused).check(file.signIn(), city.units().keySet());
        return city;
    }

    private String paperNumberPattern(MunicipalityFile.Municipality municipality) {
        try {
            return municipality.paperNumberPattern() == null
                    ? null
                    : Pattern.compile(municipality.paperNumberPattern()).pattern();
        } catch (PatternSyntaxException e) {
            throw refused("municipality.paperNumberPattern", "kein gültiger regulärer Ausdruck");
        }
    }

    private Map<LocalDate, String> closingDays(MunicipalityFile.Municipality municipality) {
        Map<LocalDate, String> days = new HashMap<>();
        int index = 0;
        for (MunicipalityFile.ClosingDay day : municipality.closingDays()) {
            String place = section + ".closingDays[" + index++ + "]";
            require(day != null && day.day() != null, place + ".day", "fehlt");
            present(day.reason(), place + ".reason");
            require(days.put(day.day(), day.reason()) == null, place, "der Tag " + day.day() + " steht doppelt");
        }
        return days;
    }

    private Map<String, City.Unit> units() {
        require(!file.departments().isEmpty(), "departments", "fehlt");
        Map<String, City.Unit> units = new LinkedHashMap<>();
        int index = 0;
        for (MunicipalityFile.Department department : file.departments()) {
            String place = "departments[" + index++ + "]";
            require(department != null, place, "ist leer");
            matches(department.key(), KEY, place + ".key", "höchstens 40 Kleinbuchstaben, Ziffern, Bindestriche");
            place += " (" + department.key() + ")";
            String lastWord = department.key().replaceFirst(".*-", "");
            require(
                    !Groups.RESERVED.contains(lastWord),
                    place,
                    "der Schlüssel darf nicht auf „" + lastWord + "“ enden");
            units.put(department.key(), unit(department, place));
            require(units.size() == index, place, "der Schlüssel steht doppelt");
        }
        return units;
    }

    private City.Unit unit(MunicipalityFile.Department department, String place) {
        present(department.name(), place + ".name");
        for (String role : department.roles()) {
            require(
                    role != null && roles.contains(role),
                    place + ".roles",
                    "unbekannte Rolle „%s“ (erlaubt: %s)".formatted(role, String.join(", ", roles)));
        }
        boolean open = department.validFrom() == null || department.validUntil() == null;
        require(
                open || !department.validUntil().isBefore(department.validFrom()),
                place + ".validUntil",
                "liegt vor validFrom");
        require(
                department.successor() == null || department.validUntil() != null,
                place + ".successor",
                "eine Nachfolge braucht validUntil");
        if (department.mailbox() != null) {
            address(department.mailbox(), place + ".mailbox");
        }
        return new City.Unit(
                department.key(),
                department.name(),
                new HashSet<>(department.roles()),
                department.validFrom(),
                department.validUntil(),
                department.successor(),
                department.mailbox(),
                department.parent());
    }

    private void checkSuccessors(City city) {
        for (City.Unit unit : city.units().values()) {
            String place = "departments (" + unit.key() + ").successor";
            Set<String> seen = new HashSet<>();
            for (City.Unit next = unit;
                    next.successor() != null;
                    next = city.units().get(next.successor())) {
                require(seen.add(next.key()), place, "die Nachfolge führt im Kreis");
                require(
                        city.units().containsKey(next.successor()),
                        place,
                        "die Abteilung „" + next.successor() + "“ gibt es nicht");
            }
        }
    }

    private void checkParents(City city) {
        for (City.Unit unit : city.units().values()) {
            String place = "departments (" + unit.key() + ").parent";
            Set<String> seen = new HashSet<>();
            for (City.Unit next = unit;
                    next.parent() != null;
                    next = city.units().get(next.parent())) {
                require(seen.add(next.key()), place, "die Überordnung führt im Kreis");
                require(
                        city.units().containsKey(next.parent()),
                        place,
                        "die Abteilung „" + next.parent() + "“ gibt es nicht");
            }
        }
    }

    private void checkSettings(City city) {
        city.workingDays().forEach((name, days) -> {
            require(
                    days != null && days >= 0 && days <= MAX_DAYS,
                    "workingDays." + name,
                    "erlaubt sind 0 bis " + MAX_DAYS);
            require(steps.hasDeadline(city.id(), name), "workingDays." + name, "diese Frist gibt es nicht");
        });
        city.routing().forEach((task, role) -> {
            require(steps.tasks().contains(task), "routing." + task, "diese Aufgabe gibt es nicht");
            require(
                    role != null && (roles.contains(role) || !association && Role.OF_THE_MEASURE.contains(role)),
                    "routing." + task,
                    "unbekannte Rolle „" + role + "“");
            steps.fixedRole(city.id(), task).ifPresent(fixed -> {
                throw refused("routing." + task, "diese Aufgabe hat immer die Rolle " + fixed);
            });
            require(!association, "routing." + task, "diese Aufgabe gibt es nur in Kommunen");
        });
        city.recurrence().forEach((name, cycle) -> {
            require(steps.recurs(city.id(), name), "recurrence." + name, "diese Wiederholung gibt es nicht");
            ExtraSettings.recurrence(cycle, "recurrence." + name, this::refused);
        });
    }

    private void checkRoles(City city) {
        Set<String> needed = association ? new TreeSet<>(roles) : steps.rolesNeeded(city.id(), city.routing());
        for (String role : needed) {
            require(
                    city.holderOf(role, today).isPresent(),
                    "departments",
                    "die Rolle „%s“ wird gebraucht, aber keine heute gültige Abteilung hat sie".formatted(role));
        }
        for (String role : roles) {
            List<String> holders = city.units().values().stream()
                    .filter(unit -> unit.roles().contains(role) && unit.isValidOn(today))
                    .map(City.Unit::key)
                    .toList();
            require(
                    holders.size() <= 1,
                    "departments",
                    "die Rolle „%s“ haben mehrere Abteilungen: %s".formatted(role, String.join(", ", holders)));
        }
    }

    private void checkPeople(City city) {
        Set<String> ids = new HashSet<>();
        TellingIds telling = new TellingIds(city);
        int index = 0;
        for (MunicipalityFile.Person person : file.people()) {
            String place = "people[" + index++ + "]";
            require(person != null, place, "ist leer");
            matches(person.id(), PERSON_ID, place + ".id", "Kleinbuchstaben, Ziffern, Bindestriche");
            require(!telling.gives(person.id(), person.name()), place + ".id", TellingIds.REASON);
            place += " (" + person.id() + ")";
            require(ids.add(person.id()), place, "die Kennung steht doppelt");
            present(person.name(), place + ".name");
            if (person.onlyLooks()) {
                require(!person.head() && !person.manager(), place + ".department", "fehlt");
            } else {
                present(person.department(), place + ".department");
            }
            require(
                    person.onlyLooks() || city.units().containsKey(person.department()),
                    place + ".department",
                    "die Abteilung „" + person.department() + "“ gibt es nicht");
            if (person.mail() != null) {
                address(person.mail(), place + ".mail");
            }
        }
    }

    private void address(String text, String place) {
        present(text, place);
        require(
                MailAddress.isValid(text),
                place,
                "„%s“ ist ungültig, erwartet: eine E-Mail-Adresse".formatted(text.replaceAll("\\p{Cntrl}", "?")));
    }

    private void present(String text, String place) {
        require(text != null && !text.isBlank(), place, "fehlt");
    }

    private void matches(String text, Pattern pattern, String place, String expected) {
        present(text, place);
        require(pattern.matcher(text).matches(), place, "„%s“ ist ungültig, erwartet: %s".formatted(text, expected));
    }

    private void require(boolean holds, String place, String reason) {
        if (!holds) {
            throw refused(place, reason);
        }
    }

    private MunicipalityFileRefused refused(String place, String reason) {
        return new MunicipalityFileRefused(location, place, reason);
    }
}
