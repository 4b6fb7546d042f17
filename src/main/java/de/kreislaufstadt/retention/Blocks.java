package de.kreislaufstadt.retention;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalData.Found;
import de.kreislaufstadt.process.Restrictions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code data_block}: what keeps data from being deleted, and whose data is restricted. */
@Repository
class Blocks implements Restrictions {

    private static final String IN_FORCE = "b.municipality_id = :municipality and b.lifted_at is null"
            + " and (b.held_until is null or b.held_until >= :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Blocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Scope {
        MUNICIPALITY,
        KIND,
        MEASURE,
        PERSON
    }

    /**
     * @param restricted whether the data is neither shown nor mailed, too; only with a person
     * @param kind set with {@link Scope#KIND} only
     * @param measure set with {@link Scope#MEASURE} only
     * @param until last day; null until it is lifted
     * @param by who has set it
     */
    record Block(
            UUID id,
            Scope scope,
            boolean restricted,
            String kind,
            UUID measure,
            String reason,
            LocalDate until,
            String by,
            LocalDate since) {

        boolean holds(Found found) {
            return switch (scope) {
                case MUNICIPALITY -> true;
                case KIND -> kind.equals(found.kind());
                case MEASURE -> measure.equals(found.measure());
                case PERSON -> false;
            };
        }
    }

    private record Term(UUID block, Sort sort, String term) {}

    @Transactional
    void add(String municipality, Block block, Identity person) {
        jdbc.sql("""
                        insert into data_block (id, municipality_id, scope, restricted, kind, measure_id, reason, held_until, set_by)
                        values (:id, :municipality, :scope, :restricted, :kind, :measure, :reason, :until, :by)
                        """)
                .param("id", block.id())
                .param("municipality", municipality)
                .param("scope", block.scope().name())
                .param("restricted", block.restricted())
                .param("kind", block.kind())
                .param("measure", block.measure())
                .param("reason", block.reason())
                .param("until", block.until())
                .param("by", block.by())
                .update();
        for (Sort sort : Sort.values()) {
            person.lower(sort).stream()
                    .distinct()
                    .forEach(term -> jdbc.sql("insert into data_block_term (id, municipality_id, block_id, sort, term)"
                                    + " values (:id, :municipality, :block, :sort, :term)")
                            .param("id", UUID.randomUUID())
                            .param("municipality", municipality)
                            .param("block", block.id())
                            .param("sort", sort.name())
                            .param("term", term)
                            .update());
        }
    }

    /** Whose data it was is forgotten at once; that there was a block, and why, later. @return whether it was in force */
    @Transactional
    boolean lift(String municipality, UUID id, String by, Period kept) {
        int lifted = jdbc.sql("""
                        update data_block set lifted_at = :now, lifted_by = :by, delete_on = :deleteOn
                        where municipality_id = :municipality and id = :id and lifted_at is null
                        """)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("by", by)
                .param("deleteOn", LocalDate.now(clock).plus(kept))
                .param("municipality", municipality)
                .param("id", id)
                .update();
        jdbc.sql("delete from data_block_term where municipality_id = :municipality and block_id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .update();
        return lifted == 1;
    }

    /** @return the blocks that hold today, the latest first */
    List<Block> inForce(String municipality) {
        return jdbc.sql("select * from data_block b where " + IN_FORCE + " order by b.created_at desc, b.id")
                .param("municipality", municipality)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Block(
                        row.getObject("id", UUID.class),
                        Scope.valueOf(row.getString("scope")),
                        row.getBoolean("restricted"),
                        row.getString("kind"),
                        row.getObject("measure_id", UUID.class),
                        row.getString("reason"),
                        row.getObject("held_until", LocalDate.class),
                        row.getString("set_by"),
                        row.getTimestamp("created_at")
                                .toInstant()
                                .atZone(clock.getZone())
                                .toLocalDate()))
                .list();
    }

    /** @return the blocks that hold today on this person */
    List<Block> on(String municipality, Identity person) {
        Map<UUID, List<Term>> terms = terms(municipality, false);
        return inForce(municipality).stream()
                .filter(block -> terms.getOrDefault(block.id(), List.of()).stream()
                        .anyMatch(term -> person.lower(term.sort()).contains(term.term())))
                .toList();
    }

    /** @return by what the people are recognised whose data is blocked, by block, without ids of accounts */
    Map<UUID, List<String>> people(String municipality) {
        return terms(municipality, false).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(term -> term.sort() != Sort.USER && term.sort() != Sort.OTHER)
                                .map(Term::term)
                                .sorted()
                                .toList()));
    }

    @Override
    public Of of(String municipality) {
        List<Term> terms = new ArrayList<>();
        terms(municipality, true).values().forEach(terms::addAll);
        return new Of() {

            @Override
            public boolean cover(String name, String mail, String phone) {
                return is(Sort.NAME, name) || is(Sort.MAIL, mail) || is(Sort.PHONE, phone);
            }

            @Override
            public boolean coverUser(String user) {
                return is(Sort.USER, user);
            }

            private boolean is(Sort sort, String value) {
                String lower = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
                return !lower.isEmpty()
                        && terms.stream()
                                .anyMatch(term -> term.sort() == sort
                                        && (sort == Sort.NAME
                                                ? lower.contains(term.term())
                                                : lower.equals(term.term())));
            }
        };
    }

    private Map<UUID, List<Term>> terms(String municipality, boolean restrictedOnly) {
        return jdbc
                .sql("select p.block_id, p.sort, p.term from data_block b join data_block_term p"
                        + " on p.municipality_id = b.municipality_id and p.block_id = b.id where " + IN_FORCE
                        + (restrictedOnly ? " and b.restricted" : ""))
                .param("municipality", municipality)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Term(
                        row.getObject("block_id", UUID.class),
                        Sort.valueOf(row.getString("sort")),
                        row.getString("term")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Term::block));
    }
}
