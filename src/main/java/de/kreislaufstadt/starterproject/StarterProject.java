package de.kreislaufstadt.starterproject;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A project that a body has decided to carry out.
 *
 * @param bearer organisation responsible for it; may be outside the city
 * @param department key of the department that looks after the bearer and leads the implementation
 * @param startsOn first day according to its sketch
 * @param months how long it takes according to its sketch
 */
public record StarterProject(
        UUID id, String title, String bearer, String department, String goal, LocalDate startsOn, int months) {}
