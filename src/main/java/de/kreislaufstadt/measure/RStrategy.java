package de.kreislaufstadt.measure;

/** The ten R-strategies of the circular economy, from avoiding (R0 Refuse) to recovering energy (R9 Recover). */
public enum RStrategy {
    R0,
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9
}
