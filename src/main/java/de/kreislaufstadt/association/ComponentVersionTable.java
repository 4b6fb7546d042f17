package de.kreislaufstadt.association;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published versions of the components. */
@Component
class ComponentVersionTable implements PublishedComponents {

    private static final TypeReference<List<PublishedComponent.Section>> SECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ComponentVersionTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<PublishedComponent> current() {
        return Arrays.stream(ModelComponent.values())
                .flatMap(component -> versions(component).stream()
                        .filter(version -> version.withdrawnOn() == null)
                        .limit(1))
                .toList();
    }

    @Override
    public List<PublishedComponent> versions(ModelComponent component) {
        return jdbc.sql("select * from component_version where component = :component order by version desc")
                .param("component", component.name())
                .query((row, index) -> version(row))
                .list();
    }

    @Override
    public Optional<PublishedComponent> version(ModelComponent component, int version) {
        return versions(component).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    private PublishedComponent version(ResultSet row) throws SQLException {
        return new PublishedComponent(
                ModelComponent.valueOf(row.getString("component")),
                row.getInt("version"),
                sections(row.getString("sections")),
                row.getString("change_summary"),
                row.getString("adopted_by"),
                row.getObject("adopted_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getInt("members"),
                row.getInt("commented"),
                row.getInt("comments"),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawn_reason"));
    }

    private List<PublishedComponent.Section> sections(String text) {
        try {
            return json.readValue(text, SECTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Sections of a published version cannot be read", e);
        }
    }
}
