package de.kreislaufstadt.rights;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/** The file of rights as it is written. */
public final class Matrix {

    private Matrix() {}

    /** Operations that belong together. */
    public record Area(@JsonProperty("area") String name, String english, List<Operation> operations) {

        public Area {
            operations = List.copyOf(operations);
        }
    }

    /**
     * What people can do, and who of them may.
     *
     * @param yes roles that may
     * @param own roles that may where it is theirs; what that is, grants and the application's desks decide
     * @param open whether everybody may without signing in
     * @param nobody why nobody may; null if somebody may
     * @param endpoints methods and a path each, as the file explains
     */
    public record Operation(
            String id,
            String name,
            String english,
            Set<Role> yes,
            Set<Role> own,
            @JsonProperty("public") boolean open,
            String nobody,
            List<String> endpoints) {

        public Operation {
            yes = yes == null ? Set.of() : Set.copyOf(yes);
            own = own == null ? Set.of() : Set.copyOf(own);
            endpoints = List.copyOf(endpoints);
        }

        /** @return whether somebody with one of these roles may; without roles it is nobody who has signed in */
        public boolean permits(Set<Role> roles) {
            return open || roles.stream().anyMatch(role -> yes.contains(role) || own.contains(role));
        }

        boolean saysOneThing() {
            boolean somebody = !yes.isEmpty() || !own.isEmpty();
            boolean twice = yes.stream().anyMatch(own::contains);
            return !twice && (open ? 1 : 0) + (nobody == null ? 0 : 1) + (somebody ? 1 : 0) == 1;
        }
    }
}
