package de.kreislaufstadt.implementation;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What is being implemented.
 *
 * @param id the starter project's id where it is one
 * @param department key of the department that leads the implementation
 */
record Project(
        UUID id, ProjectKind kind, String title, String department, ProjectStatus status, OffsetDateTime createdAt) {}
