package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.MeasureImport;
import de.kreislaufstadt.publication.TakingPart;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The measures of a municipality as its records have them now. Numbers and ids are read once for all rows of an import, records block
 * by block.
 */
final class MunicipalMeasures implements KnownMeasures {

    private static final int BLOCK = 200;

    private final String municipality;
    private final Map<String, UUID> numbers;
    private final Map<String, UUID> ids;
    private final MeasureImport records;
    private final TakingPart participation;
    private final UnaryOperator<String> current;

    /** @param current says which department does the work of another one today */
    MunicipalMeasures(
            String municipality, MeasureImport records, TakingPart participation, UnaryOperator<String> current) {
        this.municipality = municipality;
        this.numbers = records.all(municipality);
        this.ids = records.byExternalId(municipality);
        this.records = records;
        this.participation = participation;
        this.current = current;
    }

    @Override
    public Set<String> externalIds() {
        return ids.keySet();
    }

    @Override
    public Optional<UUID> byExternalId(String id) {
        return Optional.ofNullable(ids.get(id));
    }

    @Override
    public Optional<UUID> byNumber(String number) {
        return Optional.ofNullable(numbers.get(number));
    }

    @Override
    public Map<UUID, Known> read(Collection<UUID> measures) {
        if (measures.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Participation> said = participation.of(municipality, measures);
        Map<UUID, Known> read = new HashMap<>();
        records.known(municipality, measures)
                .forEach((id, known) -> read.put(id, new Known(today(known), said.get(id))));
        return read;
    }

    /** @return all measures in the order of their numbers, a block read when it is its turn */
    Iterable<Known> all() {
        List<UUID> all = List.copyOf(numbers.values());
        return () -> blocks(all).iterator();
    }

    private Stream<Known> blocks(List<UUID> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + BLOCK)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + BLOCK)))
                .flatMap(block -> {
                    Map<UUID, Known> read = read(block);
                    return block.stream().map(read::get);
                });
    }

    /** A department that has ended is called by the one that does its work today, as everybody reads it and every table names it. */
    private MeasureImport.Known today(MeasureImport.Known known) {
        String lead = current.apply(known.lead());
        List<String> contributing = known.record().responsibility().contributing();
        List<String> now = contributing.stream()
                .map(current)
                .filter(department -> !department.equals(lead))
                .distinct()
                .sorted()
                .toList();
        return new MeasureImport.Known(
                known.id(),
                known.number(),
                lead,
                known.state(),
                known.version(),
                now.equals(contributing) ? known.record() : known.record().contributedBy(now),
                known.reports(),
                known.decisions());
    }
}
