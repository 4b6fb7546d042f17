package de.kreislaufstadt.measure;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.FederalState;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.support.UsualMunicipalities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A city with a handful of departments, answering from memory. */
final class TestCity extends UsualMunicipalities implements Departments, DepartmentDirectory {

    private static final Map<String, String> NAMES = Map.of(
            "wfm", "Wirtschaftsförderung Münster GmbH",
            "klima", "Stabsstelle Klima",
            "umwelt", "Amt für Grünflächen, Umwelt und Nachhaltigkeit",
            "immobilien", "Amt für Immobilienmanagement",
            "ratsservice", "Amt für Bürger- und Ratsservice",
            "awm", "Abfallwirtschaftsbetriebe Münster");

    private static final Map<String, String> ROLES = Map.of("CLIMATE_UNIT", "klima", "COUNCIL_SERVICE", "ratsservice");

    @Override
    public List<Option> options(String municipality) {
        return NAMES.entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public String nameOf(String municipality, String department) {
        return NAMES.getOrDefault(department, department);
    }

    @Override
    public boolean isCurrent(String municipality, String department) {
        return NAMES.containsKey(department);
    }

    @Override
    public String currentOf(String municipality, String department) {
        return department;
    }

    @Override
    public Optional<String> departmentWithRole(String municipality, String role) {
        return Optional.ofNullable(ROLES.get(role));
    }

    @Override
    public Optional<String> roleFor(String municipality, String task) {
        return Optional.empty();
    }

    @Override
    public List<String> named(String municipality, String word) {
        return List.of();
    }

    @Override
    public List<String> departmentsOf(String municipality, List<String> groups) {
        return List.of();
    }

    @Override
    public List<String> ledBy(String municipality, List<String> groups) {
        return List.of();
    }

    @Override
    public boolean isKnown(String municipality, String department) {
        return true;
    }

    @Override
    public List<String> all() {
        return List.of(MeasureDesk.CITY);
    }

    @Override
    public String nameOf(String municipality) {
        return "Stadt Münster";
    }

    @Override
    public Optional<Pattern> paperNumberPattern(String municipality) {
        return Optional.of(Pattern.compile("V/\\d{4}/\\d{4}"));
    }

    @Override
    public FederalState federalState(String municipality) {
        return FederalState.NW;
    }

    @Override
    public String escalationGroup(String municipality, String department) {
        return municipality + "-managers";
    }
}
