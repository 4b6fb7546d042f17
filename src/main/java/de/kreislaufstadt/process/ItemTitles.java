package de.kreislaufstadt.process;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What the things are called that several tasks of one measure may be about (workshops, goals, ideas, packages …), so that
 * people can tell those tasks apart. Answered by the module that owns the rows.
 */
public interface ItemTitles {

    /** @return the routing value that names such a thing, e.g. {@code workshopId} */
    String item();

    /** @return kind and title in German by id, e.g. "Workshop 2: Lebensmittel retten"; without those that do not exist */
    Map<UUID, String> titles(String municipality, Collection<UUID> ids);
}
