package de.kreislaufstadt.monitoring.workload;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.monitoring.workload.Workloads.HeldTask;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.OpenTasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How many open tasks each person of a department holds now: for their own head and nobody else, not for deputies either, and only
 * where the municipality has set it. Nothing of it is stored, and nothing is told of tasks that are done.
 */
@Component
class OpenTasksOfPeople {

    private final Workloads workloads;
    private final OpenTasks tasks;
    private final Accounts accounts;
    private final DepartmentDirectory departments;
    private final Municipalities municipalities;

    OpenTasksOfPeople(
            Workloads workloads,
            OpenTasks tasks,
            Accounts accounts,
            DepartmentDirectory departments,
            Municipalities municipalities) {
        this.workloads = workloads;
        this.tasks = tasks;
        this.accounts = accounts;
        this.departments = departments;
        this.municipalities = municipalities;
    }

    /** Open tasks of a person; due and overdue as in {@link Workloads.Load}. */
    record Person(String name, int open, int due, int overdue) {}

    /**
     * @param head engine user id of who asks
     * @return by name; null where the person may not see any of it
     */
    List<Person> of(String municipality, String head, LocalDate today) {
        if (!municipalities.showsOpenTasksPerPerson(municipality)) {
            return null;
        }
        List<String> own =
                departments.ledBy(municipality, accounts.groupsOf(List.of(head)).getOrDefault(head, List.of()));
        return own.isEmpty() ? null : people(workloads.held(municipality, own), today);
    }

    private List<Person> people(List<HeldTask> held, LocalDate today) {
        Map<String, LocalDate> due =
                held.stream().filter(task -> task.due() != null).collect(Collectors.toMap(HeldTask::id, HeldTask::due));
        Map<String, List<String>> byPerson = new TreeMap<>();
        tasks.among(held.stream().map(HeldTask::id).toList()).forEach((id, task) -> {
            if (task.assignee() != null) {
                byPerson.computeIfAbsent(task.assignee(), missing -> new ArrayList<>())
                        .add(id);
            }
        });
        return byPerson.entrySet().stream()
                .map(entry -> person(accounts.nameOf(entry.getKey()), entry.getValue(), due, today))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private static Person person(String name, List<String> ids, Map<String, LocalDate> due, LocalDate today) {
        List<LocalDate> days =
                ids.stream().filter(due::containsKey).map(due::get).toList();
        return new Person(
                name,
                ids.size(),
                (int) days.stream()
                        .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(Workloads.DUE_WITHIN)))
                        .count(),
                (int) days.stream().filter(day -> day.isBefore(today)).count());
    }
}
