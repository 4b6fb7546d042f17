package de.kreislaufstadt.department;

import de.kreislaufstadt.form.Option;
import java.util.List;

/** The organisational units of a municipality, as forms and records name them. */
public interface Departments {

    /** @return the units valid today, value = key, label = German name, sorted by name */
    List<Option> options(String municipality);

    /** @return German name of a unit, also of one that has ended; its key where it is unknown */
    String nameOf(String municipality, String department);

    /** @return whether the unit exists and is valid today */
    boolean isCurrent(String municipality, String department);

    /** @return the unit that does the unit's work today: itself or the last of its successors */
    String currentOf(String municipality, String department);
}
