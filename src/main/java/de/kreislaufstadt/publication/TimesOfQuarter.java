package de.kreislaufstadt.publication;

import de.kreislaufstadt.released.TimeFacts;
import java.time.LocalDate;

/** How long steps took; answered by the module that counts them. */
public interface TimesOfQuarter {

    /**
     * @param from first day of a quarter that is over
     * @return its figures with small units put together or left out, as they may be published
     */
    TimeFacts of(String municipality, LocalDate from);
}
