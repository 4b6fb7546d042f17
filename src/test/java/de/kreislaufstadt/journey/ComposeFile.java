package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.kreislaufstadt.support.TestPostgres;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment that {@code docker-compose.yml} gives the application. Only what differs from one installation to the next
 * is put in: the address of the database, the passwords and the municipality's file.
 */
public final class ComposeFile {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final String DATABASE = "jdbc:postgresql://database:5432/kreislaufstadt";
    private static final String MUNICIPALITY = "/etc/kreislaufstadt/municipality.yaml";
    private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?[^}]*}");

    private ComposeFile() {}

    static Map<String, String> environment(CityDatabase database, String administratorPassword, Path municipality) {
        return environment(database.url(), administratorPassword, municipality);
    }

    /** @param database JDBC address, with the roles and passwords of {@link TestPostgres} */
    public static Map<String, String> environment(String database, String administratorPassword, Path municipality) {
        Map<String, String> secrets = Map.of(
                "KREISLAUFSTADT_APP_PASSWORD", TestPostgres.PASSWORD,
                "KREISLAUFSTADT_OWNER_PASSWORD", TestPostgres.PASSWORD,
                "KREISLAUFSTADT_ADMIN_PASSWORD", administratorPassword);
        JsonNode declared = application().path("environment");
        assertThat(declared.isObject())
                .as("environment of the application in " + FILE)
                .isTrue();
        Map<String, String> environment = new LinkedHashMap<>();
        declared.properties().forEach(variable -> {
            String value = variable.getValue()
                    .asText()
                    .replace(DATABASE, database)
                    .replace(MUNICIPALITY, municipality.toAbsolutePath().toString());
            Matcher secret = SECRET.matcher(value);
            environment.put(variable.getKey(), secret.matches() ? put(secret, secrets) : value);
        });
        assertThat(environment.values()).noneMatch(value -> value.contains("${"));
        return environment;
    }

    /** @return what Compose would put in: the secret, else the default of the file */
    private static String put(Matcher variable, Map<String, String> secrets) {
        String otherwise = variable.group(2) == null ? variable.group() : variable.group(2);
        return secrets.getOrDefault(variable.group(1), otherwise);
    }

    private static JsonNode application() {
        try {
            return new YAMLMapper().readTree(City.read(FILE)).path("services").path("application");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(FILE + " is no YAML", e);
        }
    }
}
