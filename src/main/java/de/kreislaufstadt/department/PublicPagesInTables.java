package de.kreislaufstadt.department;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.released.MunicipalPages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What municipalities say of themselves in public, read anew with each question: another node may have applied a newer file,
 * and a page that is made after the stamp of its municipality was read must not be older than that.
 */
@Repository
class PublicPagesInTables implements MunicipalPages {

    /** The association is no city, and has no pages of one; what it says of itself stands on the pages that cities share. */
    private static final String MUNICIPALITIES = """
            select m.id, m.name, m.official_key, m.valid_until,
                   (select jsonb_object_agg(s.name, s.value) from municipality_setting s
                    where s.municipality_id = m.id and s.kind = 'LOOK') as look,
                   (select jsonb_object_agg(s.name, s.value) from municipality_setting s
                    where s.municipality_id = m.id and s.kind = 'PUBLIC_PAGE') as settings,
                   (select jsonb_object_agg(t.kind, t.content) from municipal_text t
                    where t.municipality_id = m.id) as texts
            from municipality m where m.kind = :kind
            """;

    private static final String CITY = "CITY";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PublicPagesInTables(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Municipality> all() {
        return jdbc.sql(MUNICIPALITIES + " order by m.name, m.id")
                .param("kind", CITY)
                .query(this::municipality)
                .list();
    }

    @Override
    public Optional<Municipality> find(String id) {
        return jdbc.sql(MUNICIPALITIES + " and m.id = :municipality")
                .param("kind", CITY)
                .param("municipality", id)
                .query(this::municipality)
                .optional();
    }

    @Override
    public Optional<Municipality> association() {
        return jdbc.sql(MUNICIPALITIES)
                .param("kind", "ASSOCIATION")
                .query(this::municipality)
                .optional();
    }

    private Municipality municipality(ResultSet row, int number) throws SQLException {
        MunicipalLook look = MunicipalLook.read(texts(row.getString("look")));
        PublicPage page = new PublicPage(texts(row.getString("settings")), texts(row.getString("texts")));
        Map<String, String> settings = page.settings();
        Period staleAfter = page.staleAfter();
        return new Municipality(
                row.getString("id"),
                row.getString("name"),
                row.getString("official_key"),
                look.colour(),
                settings.get(PublicPage.CONTACT_MAIL),
                settings.get(PublicPage.HOMEPAGE),
                new Texts(
                        page.texts().getOrDefault(PublicPage.IMPRINT, look.imprint()),
                        page.texts().get(PublicPage.PRIVACY),
                        page.texts().get(PublicPage.ACCESSIBILITY),
                        page.texts().get(PublicPage.EASY_LANGUAGE)),
                staleAfter == null ? Municipality.STALE_AFTER : staleAfter,
                catalogue(page),
                row.getObject("valid_until", LocalDate.class));
    }

    private static Catalogue catalogue(PublicPage page) {
        Map<String, String> settings = page.settings();
        Catalogue usual = Catalogue.usual();
        return new Catalogue(
                settings.getOrDefault(PublicPage.CONTRIBUTOR, usual.contributorId()),
                page.themes().isEmpty() ? usual.themes() : page.themes(),
                settings.get(PublicPage.PUBLISHER),
                settings.getOrDefault(PublicPage.LICENCE, usual.licence()),
                !"false".equals(settings.get(PublicPage.PER_MEASURE)));
    }

    private Map<String, String> texts(String object) {
        try {
            return object == null ? Map.of() : json.readValue(object, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gives valid JSON", e);
        }
    }
}
