package de.kreislaufstadt.survey;

import java.util.UUID;

/** The climate staff unit has approved the stakeholder analysis of a measure. */
public record StakeholdersApproved(String municipality, UUID measureId) {}
