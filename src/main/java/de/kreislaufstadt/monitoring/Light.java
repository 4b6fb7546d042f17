package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.monitoring.PortfolioTable.Line;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a measure stands, as a colour and in words; neither says anything that the other does not.
 *
 * @param text words for the reader
 */
record Light(Colour colour, String text) {

    /** So many days before its deadline a step turns yellow. */
    static final int SOON = 5;

    /** Colours of the traffic light; without light is what does not go on. */
    enum Colour {
        RED,
        YELLOW,
        GREEN,
        OFF
    }

    static Light of(Line line, boolean stuck, LocalDate today, Texts texts) {
        Light light = ofSteps(line, stuck, today, texts);
        if (!line.countered() || !line.runs()) {
            return light;
        }
        // A target was missed or the measure is at risk: it is not on time, whatever its steps say.
        return new Light(
                light.colour() == Colour.GREEN ? Colour.YELLOW : light.colour(),
                texts.get("monitoring.light.countered", light.text()));
    }

    private static Light ofSteps(Line line, boolean stuck, LocalDate today, Texts texts) {
        if (stuck) {
            return new Light(Colour.RED, texts.get("monitoring.light.stuck"));
        }
        if (!line.runs()) {
            return new Light(
                    Colour.OFF,
                    texts.get("PAUSED".equals(line.state()) ? "monitoring.light.paused" : "monitoring.light.over"));
        }
        if (line.due() != null && line.due().isBefore(today)) {
            return new Light(
                    Colour.RED, texts.get("monitoring.light.overdue", ChronoUnit.DAYS.between(line.due(), today)));
        }
        if (line.due() != null && !line.due().isAfter(today.plusDays(SOON))) {
            return new Light(
                    Colour.YELLOW, texts.get("monitoring.light.soon", ChronoUnit.DAYS.between(today, line.due())));
        }
        if (line.plannedUntil() != null && line.plannedUntil().isBefore(today)) {
            return new Light(Colour.YELLOW, texts.get("monitoring.light.behind"));
        }
        return new Light(Colour.GREEN, texts.get("monitoring.light.onTime"));
    }
}
