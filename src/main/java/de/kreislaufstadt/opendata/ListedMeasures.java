package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A page of a list of measures, over one municipality after the other. */
record ListedMeasures(int total, int page, int size, List<Item> items) {

    /**
     * A measure as a list names it.
     *
     * @param address of its page, for people
     * @param data where its whole document is, for programs
     */
    record Item(
            String municipality,
            String number,
            String title,
            String summary,
            String fieldOfAction,
            String state,
            String phase,
            NextStep next,
            int version,
            Instant releasedAt,
            Instant modified,
            String address,
            String data) {

        static Item of(Published measure) {
            LiveState live = measure.live();
            return new Item(
                    measure.municipality().id(),
                    measure.number(),
                    measure.content().heading().title(),
                    measure.content().heading().summary(),
                    measure.content().pathway().fieldOfAction().code(),
                    live == null ? null : live.state(),
                    live == null ? null : live.phase(),
                    live == null ? null : live.next(),
                    measure.entry().version(),
                    measure.entry().releasedAt(),
                    measure.modified(),
                    measure.address(),
                    measure.base()
                            + DataAddresses.measure(measure.municipality().id(), measure.number()));
        }
    }

    /** @param municipalities whose measures are listed, in this order */
    static ListedMeasures of(
            ReleasedMeasures released, List<Municipality> municipalities, ListQuery query, String base) {
        int skip = (query.page() - 1) * query.size();
        int total = 0;
        List<Item> items = new ArrayList<>();
        for (Municipality municipality : municipalities) {
            int there = Slices.count(released, municipality.id(), query.wanted());
            int from = Math.max(0, skip - total);
            int room = query.size() - items.size();
            if (from < there && room > 0) {
                for (Entry entry : Slices.of(released, municipality.id(), query.wanted(), from, room)) {
                    items.add(Item.of(new Published(municipality, entry, base)));
                }
            }
            total += there;
        }
        return new ListedMeasures(total, query.page(), query.size(), items);
    }

    /** @return number of the last page, 1 where there is nothing */
    int last() {
        return Math.max(1, (total + size - 1) / size);
    }
}
