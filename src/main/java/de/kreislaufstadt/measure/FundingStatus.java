package de.kreislaufstadt.measure;

/** Where an application for funding stands. */
public enum FundingStatus {
    PLANNED,
    APPLIED,
    GRANTED,
    REFUSED,
    STOPPED
}
