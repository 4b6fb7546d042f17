package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import java.util.ArrayList;
import java.util.List;

/** Lists cut where somebody else's pages begin and end. */
final class Slices {

    private Slices() {}

    /** @return how many the selection finds */
    static int count(ReleasedMeasures released, String municipality, Selection wanted) {
        return released.list(municipality, page(wanted, 0, 1)).of();
    }

    /**
     * @param from place of the first, 0 for the first of all
     * @param most 1 to {@link ReleasedMeasures#PORTION}
     * @return what the selection finds from there on, in its order, whatever its own page
     */
    static List<Entry> of(ReleasedMeasures released, String municipality, Selection wanted, int from, int most) {
        int page = from / most;
        int skipped = from % most;
        List<Entry> found = new ArrayList<>(
                released.list(municipality, page(wanted, page, most)).entries());
        if (skipped > 0 && found.size() == most) {
            found.addAll(
                    released.list(municipality, page(wanted, page + 1, most)).entries());
        }
        return found.stream().skip(skipped).limit(most).toList();
    }

    private static Selection page(Selection wanted, int page, int size) {
        return new Selection(
                wanted.words(), wanted.field(), wanted.phase(), wanted.state(), wanted.order(), page, size);
    }
}
