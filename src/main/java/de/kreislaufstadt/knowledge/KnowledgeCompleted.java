package de.kreislaufstadt.knowledge;

import java.util.UUID;

/** The climate staff unit has found that everything is known that a measure needs; its summary may be published. */
public record KnowledgeCompleted(String municipality, UUID measureId) {}
