package de.kreislaufstadt.measure;

/**
 * A measure that ran, or had ended, before this system has come into it.
 *
 * @param state the one it has reached, which it enters here without those before
 */
public record MeasureTakenOver(String municipality, MeasureState state) {}
