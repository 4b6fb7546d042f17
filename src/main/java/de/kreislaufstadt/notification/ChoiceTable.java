package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.MailSettings.Rhythm;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What recipients have chosen. */
@Repository
class ChoiceTable {

    private final JdbcClient jdbc;

    ChoiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Preference of(Recipient recipient) {
        return of(recipient.municipality(), List.of(recipient)).getOrDefault(recipient, Preference.DEFAULT);
    }

    /** @return the choices of those who have chosen */
    Map<Recipient, Preference> of(String municipality, Collection<Recipient> recipients) {
        Map<Recipient, Preference> choices = new HashMap<>();
        jdbc.sql("""
                        select person_by, department, rhythm, language from mail_choice
                        where municipality_id = :municipality and (person_by in (:people) or department in (:departments))
                        """)
                .param("municipality", municipality)
                .param("people", keys(recipients, Recipient::person))
                .param("departments", keys(recipients, Recipient::department))
                .query((ResultSet row) -> {
                    choices.put(
                            new Recipient(municipality, row.getString("person_by"), row.getString("department")),
                            new Preference(
                                    Rhythm.valueOf(row.getString("rhythm")),
                                    Locale.forLanguageTag(row.getString("language"))));
                });
        return choices;
    }

    /** SQL knows no empty list; nobody's id is empty. */
    private static List<String> keys(Collection<Recipient> recipients, Function<Recipient, String> key) {
        List<String> keys =
                recipients.stream().map(key).filter(Objects::nonNull).toList();
        return keys.isEmpty() ? List.of("") : keys;
    }

    void save(Recipient recipient, Preference choice) {
        jdbc.sql("""
                        insert into mail_choice (id, municipality_id, person_by, department, rhythm, language)
                        values (:id, :municipality, :person, :department, :rhythm, :language)
                        on conflict (municipality_id, person_by, department)
                        do update set rhythm = excluded.rhythm, language = excluded.language
                        """)
                .param("id", UUID.randomUUID())
                .param("municipality", recipient.municipality())
                .param("person", recipient.person())
                .param("department", recipient.department())
                .param("rhythm", choice.rhythm().name())
                .param("language", choice.language().getLanguage())
                .update();
    }

    /** @return ids of the people of a municipality who have chosen */
    List<String> people(String municipality) {
        return jdbc.sql(
                        "select person_by from mail_choice where municipality_id = :municipality and person_by is not null")
                .param("municipality", municipality)
                .query(String.class)
                .list();
    }

    void delete(String municipality, Collection<String> people) {
        if (!people.isEmpty()) {
            jdbc.sql("delete from mail_choice where municipality_id = :municipality and person_by in (:people)")
                    .param("municipality", municipality)
                    .param("people", people)
                    .update();
        }
    }
}
