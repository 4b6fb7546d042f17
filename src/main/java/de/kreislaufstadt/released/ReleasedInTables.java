package de.kreislaufstadt.released;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What is released, as the tables of this module keep it. */
@Component
class ReleasedInTables implements ReleasedMeasures, Releasing, ReleasedTimes {

    private final EntryTable entries;
    private final CountTable counts;
    private final VersionTable versions;
    private final ReleaseTable releases;
    private final LiveTable live;
    private final CorrectionTable corrections;
    private final StampTable stamps;
    private final StampOfTransaction changed;

    ReleasedInTables(
            EntryTable entries,
            CountTable counts,
            VersionTable versions,
            ReleaseTable releases,
            LiveTable live,
            CorrectionTable corrections,
            StampTable stamps,
            StampOfTransaction changed) {
        this.entries = entries;
        this.counts = counts;
        this.versions = versions;
        this.releases = releases;
        this.live = live;
        this.corrections = corrections;
        this.stamps = stamps;
        this.changed = changed;
    }

    @Override
    public int release(String municipality, UUID measure, ReleasedMeasure content, Set<String> causes) {
        changed.raise(municipality);
        return releases.release(municipality, measure, content, causes);
    }

    @Override
    public void withdraw(String municipality, UUID measure) {
        changed.demandTransaction();
        if (releases.withdraw(municipality, measure)) {
            changed.raise(municipality);
        }
    }

    @Override
    public void live(String municipality, Collection<Live> now) {
        changed.demandTransaction();
        if (live.say(municipality, now)) {
            changed.raiseLate(municipality);
        }
    }

    @Override
    public int withhold(String municipality, Set<String> fields) {
        changed.demandTransaction();
        return corrections.withhold(municipality, fields);
    }

    @Override
    public void unpublished(String municipality, int decided) {
        changed.demandTransaction();
        if (releases.unpublished(municipality, decided)) {
            changed.raiseLate(municipality);
        }
    }

    @Override
    public void moreUnpublished(String municipality, int decided) {
        changed.demandTransaction();
        releases.moreUnpublished(municipality, decided);
        changed.raiseLate(municipality);
    }

    @Override
    public void times(String municipality, TimeFacts facts) {
        changed.demandTransaction();
        if (!releases.times(municipality, facts)) {
            throw new IllegalStateException("Released already: " + facts.from());
        }
        changed.raise(municipality);
    }

    @Override
    public void touch(String municipality) {
        changed.raise(municipality);
    }

    @Override
    public Map<String, Long> stamps() {
        return stamps.all();
    }

    @Override
    public Optional<Instant> changedAt(String municipality) {
        return stamps.changedAt(municipality);
    }

    @Override
    public Optional<Entry> find(String municipality, String slug) {
        return entries.find(municipality, slug);
    }

    @Override
    public Optional<String> movedTo(String municipality, String slug) {
        return entries.movedTo(municipality, slug);
    }

    @Override
    public Optional<Entry> numbered(String municipality, String number) {
        return entries.numbered(municipality, number);
    }

    @Override
    public Listing list(String municipality, Selection selection) {
        return entries.list(municipality, selection);
    }

    @Override
    public void each(String municipality, Consumer<Entry> reader) {
        List<Entry> portion = entries.after(municipality, "", PORTION);
        while (!portion.isEmpty()) {
            portion.forEach(reader);
            String last = portion.get(portion.size() - 1).content().number();
            portion = portion.size() < PORTION ? List.of() : entries.after(municipality, last, PORTION);
        }
    }

    @Override
    public Counts counts(String municipality, Selection selection) {
        return counts.of(municipality, selection);
    }

    @Override
    public List<VersionHead> versions(String municipality, String number) {
        return versions.versions(municipality, number);
    }

    @Override
    public Optional<ReleasedMeasure> version(String municipality, String number, int version) {
        return versions.version(municipality, number, version);
    }

    @Override
    public List<Change> changes(String municipality, FeedScope scope, int most) {
        return versions.changes(municipality, scope, most);
    }

    @Override
    public List<TimeFacts> of(String municipality) {
        return versions.times(municipality);
    }

    @Override
    public Map<String, TimeFacts> newest(Collection<String> municipalities, LocalDate since) {
        return versions.newestTimes(municipalities, since);
    }
}
