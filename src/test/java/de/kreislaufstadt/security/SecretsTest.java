package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key, no token and no password lies in the repository. */
class SecretsTest {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "data");

    private static final Pattern READ =
            Pattern.compile(".*\\.(java|mjs|js|json|yaml|yml|xml|properties|md|sh|html|sql|bpmn|dmn|form)|Dockerfile");

    /** Shapes nobody writes by chance. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"),
            Pattern.compile("\\b(ghp|gho|ghs|github_pat|glpat|xox[baprs])[-_][A-Za-z0-9_-]{20,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile("://[^\\s/:@${}\"'<]+:[^\\s/:@${}\"'<]{4,}@"));

    /** Settings of the product and of its container: a secret is asked for, never given. */
    private static final Pattern GIVEN = Pattern.compile(
            "(?im)^\\s*[\\w.-]*(password|secret|passwort|kennwort)(?!-rounds)[\\w.-]*\\s*[:=]\\s*(?![\"']?\\$\\{)[^\\s#{]+.*$");

    @Test
    void noFileHasTheShapeOfASecret() throws IOException {
        assertThat(files(Path.of(""))
                        .filter(file -> !file.endsWith("SecretsTest.java"))
                        .filter(file -> SECRETS.stream()
                                .anyMatch(secret -> secret.matcher(text(file)).find())))
                .isEmpty();
    }

    @Test
    void noSettingOfTheProductGivesOne() throws IOException {
        Stream<Path> settings = Stream.concat(
                files(Path.of("src/main/resources"))
                        .filter(file -> file.toString().matches(".*application[a-z-]*\\.yaml")),
                Stream.of(Path.of("docker-compose.yml"), Path.of("Dockerfile")));

        assertThat(settings.filter(file -> GIVEN.matcher(text(file)).find())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE" + " KEY-----",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "jdbc:postgresql://owner:" + "geheim1@host/db"
            })
    void theShapesAreRecognised(String secret) {
        assertThat(SECRETS.stream().anyMatch(shape -> shape.matcher(secret).find()))
                .isTrue();
        assertThat(GIVEN.matcher("  password: geheim").find()).isTrue();
        assertThat(GIVEN.matcher("  PASSWORD: ${X:?y}").find()).isFalse();
    }

    private static Stream<Path> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found
                    .filter(file -> {
                        for (Path part : file) {
                            if (NOT_OURS.contains(part.toString())) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .filter(Files::isRegularFile)
                    .filter(file -> READ.matcher(file.getFileName().toString()).matches())
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
