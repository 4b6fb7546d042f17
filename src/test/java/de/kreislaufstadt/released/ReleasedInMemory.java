package de.kreislaufstadt.released;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is released, without a database: for plain tests of pages and files. Behaves like the tables; {@link ReleasedContract}
 * holds both to that.
 */
public final class ReleasedInMemory implements ReleasedMeasures, Releasing, ReleasedTimes {

    private final Clock clock;
    private final Map<String, Long> stamps = new HashMap<>();
    private final Map<String, Instant> changed = new HashMap<>();
    private final Map<String, Integer> gaps = new HashMap<>();
    private final Map<String, Map<UUID, Kept>> kept = new HashMap<>();
    private final Map<String, Map<String, UUID>> slugs = new HashMap<>();
    private final Map<String, List<TimeFacts>> times = new HashMap<>();

    public ReleasedInMemory(Clock clock) {
        this.clock = clock;
    }

    private static final class Kept {
        private final List<VersionHead> heads = new ArrayList<>();
        private final List<ReleasedMeasure> versions = new ArrayList<>();
        private String slug;
        private LiveState live;
        private boolean withdrawn;

        ReleasedMeasure content() {
            return versions.get(versions.size() - 1);
        }

        Entry entry() {
            VersionHead head = heads.get(heads.size() - 1);
            return new Entry(slug, head.version(), heads.get(0).releasedAt(), head.releasedAt(), content(), live);
        }
    }

    @Override
    public int release(String municipality, UUID measure, ReleasedMeasure content, Set<String> causes) {
        Map<String, UUID> names = slugs.computeIfAbsent(municipality, key -> new HashMap<>());
        Kept row = kept.computeIfAbsent(municipality, key -> new LinkedHashMap<>())
                .computeIfAbsent(measure, key -> new Kept());
        row.slug = Slug.of(
                content.heading().title(),
                content.number(),
                slug -> !names.getOrDefault(slug, measure).equals(measure));
        names.put(row.slug, measure);
        row.versions.add(content);
        row.heads.add(new VersionHead(
                row.versions.size(), clock.instant(), causes.stream().sorted().toList()));
        row.withdrawn = false;
        touch(municipality);
        return row.versions.size();
    }

    @Override
    public void withdraw(String municipality, UUID measure) {
        Kept row = kept.getOrDefault(municipality, Map.of()).get(measure);
        if (row != null && !row.withdrawn) {
            row.withdrawn = true;
            touch(municipality);
        }
    }

    @Override
    public void live(String municipality, Collection<Live> now) {
        for (Live one : now) {
            Kept row = kept.getOrDefault(municipality, Map.of()).get(one.measure());
            if (row != null && !one.state().saysTheSameAs(row.live)) {
                row.live = one.state();
                touch(municipality);
            }
        }
    }

    @Override
    public int withhold(String municipality, Set<String> fields) {
        int changed = 0;
        for (Kept row : kept.getOrDefault(municipality, Map.of()).values()) {
            for (int i = 0; i < row.versions.size(); i++) {
                ReleasedMeasure without = Withheld.from(row.versions.get(i), fields);
                changed += without.equals(row.versions.set(i, without)) ? 0 : 1;
            }
        }
        if (changed > 0) {
            touch(municipality);
        }
        return changed;
    }

    @Override
    public void unpublished(String municipality, int decided) {
        if (!Integer.valueOf(decided).equals(gaps.put(municipality, decided))) {
            touch(municipality);
        }
    }

    @Override
    public void moreUnpublished(String municipality, int decided) {
        gaps.merge(municipality, decided, Integer::sum);
        touch(municipality);
    }

    @Override
    public void times(String municipality, TimeFacts facts) {
        List<TimeFacts> all = times.computeIfAbsent(municipality, key -> new ArrayList<>());
        if (all.stream().anyMatch(other -> other.from().equals(facts.from()))) {
            throw new IllegalStateException("Released already: " + facts.from());
        }
        all.add(new TimeFacts(facts.from(), facts.until(), clock.instant(), facts.rows()));
        touch(municipality);
    }

    @Override
    public void touch(String municipality) {
        stamps.merge(municipality, 1L, Long::sum);
        changed.put(municipality, clock.instant());
    }

    @Override
    public Map<String, Long> stamps() {
        return Map.copyOf(stamps);
    }

    @Override
    public Optional<Instant> changedAt(String municipality) {
        return Optional.ofNullable(changed.get(municipality));
    }

    @Override
    public Optional<Entry> find(String municipality, String slug) {
        return shown(municipality).filter(entry -> entry.slug().equals(slug)).findFirst();
    }

    @Override
    public Optional<String> movedTo(String municipality, String slug) {
        UUID measure = slugs.getOrDefault(municipality, Map.of()).get(slug);
        return Optional.ofNullable(measure)
                .map(kept.getOrDefault(municipality, Map.of())::get)
                .filter(row -> !row.withdrawn && !row.slug.equals(slug))
                .map(row -> row.slug);
    }

    @Override
    public Optional<Entry> numbered(String municipality, String number) {
        return shown(municipality)
                .filter(entry -> entry.content().number().equals(number))
                .findFirst();
    }

    @Override
    public Listing list(String municipality, Selection selection) {
        List<Entry> all = selected(municipality, selection)
                .sorted(order(selection.order()))
                .toList();
        return new Listing(
                all.stream()
                        .skip((long) selection.page() * selection.size())
                        .limit(selection.size())
                        .toList(),
                all.size());
    }

    @Override
    public void each(String municipality, Consumer<Entry> reader) {
        shown(municipality).sorted(order(Order.NUMBER)).forEach(reader);
    }

    @Override
    public Counts counts(String municipality, Selection selection) {
        List<Entry> all =
                selected(municipality, selection).sorted(order(Order.NUMBER)).toList();
        return new Counts(
                all.size(),
                gaps.getOrDefault(municipality, 0),
                count(all, entry -> entry.content().pathway().fieldOfAction().code()),
                count(all, entry -> entry.live() == null ? null : entry.live().phase()),
                count(all, entry -> entry.live() == null ? null : entry.live().state()),
                SumsInMemory.of(all, entry -> value(entry.content().effects().co2()), entry -> null),
                SumsInMemory.of(
                        all,
                        entry -> value(entry.content().effects().cost()),
                        entry -> entry.content().finance().costGroup()));
    }

    @Override
    public List<VersionHead> versions(String municipality, String number) {
        return row(municipality, number)
                .map(row -> row.heads.stream()
                        .sorted(Comparator.comparing(VersionHead::version).reversed())
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<ReleasedMeasure> version(String municipality, String number, int version) {
        return row(municipality, number)
                .filter(row -> version >= 1 && version <= row.versions.size())
                .map(row -> row.versions.get(version - 1));
    }

    @Override
    public List<Change> changes(String municipality, FeedScope scope, int most) {
        return rows(municipality)
                .filter(row -> scope.number() == null
                        || scope.number().equals(row.content().number()))
                .filter(row -> scope.field() == null
                        || scope.field()
                                .equals(row.content().pathway().fieldOfAction().code()))
                .flatMap(row -> row.heads.stream()
                        .map(head -> new Change(
                                row.content().number(),
                                row.slug,
                                row.versions.get(head.version() - 1).heading().title(),
                                head.version(),
                                head.releasedAt(),
                                head.causes(),
                                VersionDiff.fields(
                                        head.version() == 1 ? null : row.versions.get(head.version() - 2),
                                        row.versions.get(head.version() - 1)))))
                .sorted(Comparator.comparing(Change::releasedAt)
                        .reversed()
                        .thenComparing(Change::number)
                        .thenComparing(Comparator.comparing(Change::version).reversed()))
                .limit(most)
                .toList();
    }

    @Override
    public List<TimeFacts> of(String municipality) {
        return times.getOrDefault(municipality, List.of()).stream()
                .sorted(Comparator.comparing(TimeFacts::from).reversed())
                .toList();
    }

    private Stream<Kept> rows(String municipality) {
        return kept.getOrDefault(municipality, Map.of()).values().stream().filter(row -> !row.withdrawn);
    }

    private Optional<Kept> row(String municipality, String number) {
        return rows(municipality)
                .filter(row -> row.content().number().equals(number))
                .findFirst();
    }

    private Stream<Entry> shown(String municipality) {
        return rows(municipality).map(Kept::entry);
    }

    private Stream<Entry> selected(String municipality, Selection wanted) {
        return shown(municipality)
                .filter(entry -> SearchedText.words(wanted.words()).stream()
                        .allMatch(SearchedText.of(entry.content())::contains))
                .filter(entry -> wanted.field() == null
                        || wanted.field()
                                .equals(entry.content()
                                        .pathway()
                                        .fieldOfAction()
                                        .code()))
                .filter(entry -> wanted.phase() == null
                        || entry.live() != null
                                && wanted.phase().equals(entry.live().phase()))
                .filter(entry -> wanted.state() == null
                        || entry.live() != null
                                && wanted.state().equals(entry.live().state()));
    }

    private static Comparator<Entry> order(Order order) {
        Comparator<Entry> number = Comparator.comparing(entry -> entry.content().number());
        return switch (order) {
            case NUMBER -> number;
            case TITLE -> Comparator.comparing(Entry::slug).thenComparing(number);
            case RELEASED ->
                Comparator.comparing(Entry::releasedAt, Comparator.<Instant>reverseOrder())
                        .thenComparing(number);
            case DUE ->
                Comparator.comparing(
                                (Entry entry) ->
                                        entry.live() == null || entry.live().next() == null
                                                ? null
                                                : entry.live().next().due(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(number);
        };
    }

    private static StatedValue value(Stated<StatedValue> stated) {
        return stated == null ? null : stated.value();
    }

    private static Map<String, Integer> count(List<Entry> entries, Function<Entry, String> what) {
        return entries.stream()
                .map(what)
                .filter(code -> code != null)
                .collect(Collectors.toMap(code -> code, code -> 1, Integer::sum, LinkedHashMap::new));
    }

    @Override
    public Map<String, TimeFacts> newest(Collection<String> municipalities, LocalDate since) {
        Map<String, TimeFacts> newest = new HashMap<>();
        municipalities.forEach(municipality -> of(municipality).stream()
                .filter(facts -> !facts.from().isBefore(since))
                .findFirst()
                .ifPresent(facts -> newest.put(municipality, facts)));
        return newest;
    }
}
