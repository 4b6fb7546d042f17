package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Accounts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what would be in the engine. */
class RecordedAccounts implements Accounts {

    final Map<String, String> tenants = new HashMap<>();
    final Map<String, String> groups = new TreeMap<>();
    final Map<String, Kind> kinds = new HashMap<>();
    final Map<String, Person> people = new TreeMap<>();
    final Map<String, String> addresses = new TreeMap<>();
    boolean broken;

    @Override
    public void ensureTenant(String municipality, String name) {
        tenants.put(municipality, name);
    }

    @Override
    public void ensureGroup(String municipality, String id, String name, Kind kind) {
        groups.put(id, name);
        kinds.put(id, kind);
    }

    @Override
    public void ensurePerson(String municipality, String id, String name, List<String> groups, String initialPassword) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        people.put(id, new Person(name, groups, initialPassword));
    }

    @Override
    public void reachAt(String id, String mail) {
        addresses.put(id, mail);
    }

    @Override
    public void removePerson(String municipality, String id) {
        people.remove(id);
    }

    @Override
    public void removeTenant(String municipality) {
        tenants.remove(municipality);
    }

    @Override
    public void ensureAdministrator(String id, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasAdministrator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String nameOf(String user) {
        return user;
    }

    @Override
    public Optional<Login> loginOf(String user) {
        return Optional.empty();
    }

    @Override
    public List<Accounts.Person> people(String municipality) {
        return people.entrySet().stream()
                .map(person -> new Accounts.Person(
                        person.getKey(),
                        person.getValue().name(),
                        person.getValue().groups()))
                .toList();
    }

    @Override
    public Map<String, List<String>> groupsOf(Collection<String> users) {
        Map<String, List<String>> found = new HashMap<>();
        users.stream()
                .filter(people::containsKey)
                .forEach(user -> found.put(user, people.get(user).groups()));
        return found;
    }

    record Person(String name, List<String> groups, String password) {}
}
