package de.kreislaufstadt.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applied versions of the municipalities' files. */
@Repository
class VersionTable {

    /** How long the people of a version are kept when a newer one holds; see the table's comment. */
    private static final Period PEOPLE_OF_EARLIER = Period.ofDays(90);

    private static final String COLUMNS =
            "select number, content, location, restores, applied_by, applied_at from municipality_version";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final MunicipalityFileReader reader = new MunicipalityFileReader();
    private final MunicipalityFileWriter writer = new MunicipalityFileWriter();

    VersionTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * An applied version.
     *
     * @param content YAML without people
     * @param location configured file; null = applied on the page
     * @param restores number of the version that holds again by it; null = none
     * @param appliedBy engine user id; null where the installation applied it
     */
    record Version(
            int number, String content, String location, Integer restores, String appliedBy, Instant appliedAt) {}

    Optional<Version> latest(String municipality) {
        return jdbc.sql(COLUMNS + " where municipality_id = :municipality order by number desc limit 1")
                .param("municipality", municipality)
                .query(VersionTable::version)
                .optional();
    }

    Optional<Version> find(String municipality, int number) {
        return jdbc.sql(COLUMNS + " where municipality_id = :municipality and number = :number")
                .param("municipality", municipality)
                .param("number", number)
                .query(VersionTable::version)
                .optional();
    }

    /** @return newest first */
    List<Version> all(String municipality) {
        return jdbc.sql(COLUMNS + " where municipality_id = :municipality order by number desc")
                .param("municipality", municipality)
                .query(VersionTable::version)
                .list();
    }

    /** @return the version as a file, with those of its people that are not forgotten yet */
    MunicipalityFile file(String municipality, Version version) {
        String place = municipality + " " + version.number();
        List<MunicipalityFile.Person> people = jdbc
                .sql("""
                        select entry from municipality_version_person
                         where municipality_id = :municipality and version = :version order by position
                        """)
                .param("municipality", municipality)
                .param("version", version.number())
                .query(String.class)
                .list()
                .stream()
                .map(entry -> reader.person(place, entry))
                .toList();
        return reader.read(place, version.content()).withPeople(people);
    }

    /** Adds the version that holds from now on; the people of the one before go after a while. */
    void add(Version version, MunicipalityFile file, LocalDate today) {
        String municipality = file.tenant().id();
        jdbc.sql("""
                        update municipality_version_person set delete_on = :day
                         where municipality_id = :municipality and delete_on is null
                        """)
                .param("municipality", municipality)
                .param("day", today.plus(PEOPLE_OF_EARLIER))
                .update();
        jdbc.sql("""
                        insert into municipality_version (id, municipality_id, number, content, location, restores,
                                                          applied_by, applied_at)
                        values (:id, :municipality, :number, :content, :location, :restores, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", municipality)
                .param("number", version.number())
                .param("content", version.content())
                .param("location", version.location())
                .param("restores", version.restores())
                .param("by", version.appliedBy())
                .param("at", Timestamp.from(version.appliedAt()))
                .update();
        addPeople(municipality, version.number(), file.people());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void addPeople(String municipality, int number, List<MunicipalityFile.Person> people) {
        Map[] rows = new Map[people.size()];
        for (int i = 0; i < rows.length; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", UUID.randomUUID());
            row.put("municipality", municipality);
            row.put("version", number);
            row.put("position", i);
            row.put("account", people.get(i).id());
            row.put("entry", writer.write(people.get(i)));
            rows[i] = row;
        }
        batches.batchUpdate("""
                insert into municipality_version_person (id, municipality_id, version, position, account_by, entry)
                values (:id, :municipality, :version, :position, :account, :entry)
                """, (Map<String, ?>[]) rows);
    }

    private static Version version(ResultSet row, int index) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getString("content"),
                row.getString("location"),
                row.getObject("restores", Integer.class),
                row.getString("applied_by"),
                row.getTimestamp("applied_at").toInstant());
    }
}
