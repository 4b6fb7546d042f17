package de.kreislaufstadt.released;

/**
 * How long a step takes in several municipalities, each with its newest released quarter. None is named, and a step that fewer than
 * five have released is not here: no figure is that of one municipality.
 *
 * @param name as people read it in German
 * @param municipalities that have released it, five or more
 * @param lowerHours a quarter of them take at most so long; rounded down to hours, as the following
 * @param upperHours three quarters of them take at most so long
 */
public record ComparedStep(
        String process, String key, String name, int municipalities, int lowerHours, int medianHours, int upperHours) {}
