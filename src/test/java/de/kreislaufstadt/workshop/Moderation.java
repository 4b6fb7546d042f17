package de.kreislaufstadt.workshop;

import de.kreislaufstadt.process.DepartmentDirectory;
import java.util.List;
import java.util.Optional;

/** A city with one department: the moderation of its workshops. */
final class Moderation implements DepartmentDirectory {

    @Override
    public String escalationGroup(String municipality, String department) {
        return municipality + "-managers";
    }

    @Override
    public Optional<String> departmentWithRole(String municipality, String role) {
        return Optional.of("difu");
    }

    @Override
    public Optional<String> roleFor(String municipality, String task) {
        return Optional.empty();
    }

    @Override
    public String nameOf(String municipality, String department) {
        return "Difu (Moderation)";
    }

    @Override
    public List<String> named(String municipality, String word) {
        return List.of();
    }

    @Override
    public String currentOf(String municipality, String department) {
        return department;
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
}
