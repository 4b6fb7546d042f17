package de.kreislaufstadt.measure;

import java.util.UUID;

/** A second person has released how a measure turned out. Published inside the transaction that notes it. */
public record EvaluationReleased(String municipality, UUID measureId) {}
