package de.kreislaufstadt.demo;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;

/**
 * Passwords of the demo: the people's, and one for each role of the database. They are made once and kept in a file that
 * only the owner may read, since the database and its accounts outlive the program.
 */
final class DemoSecrets {

    static final String FILE = "secrets.properties";

    /** As many characters as the product asks of its first administrator. */
    private static final int SHORTEST = 12;

    private static final int LENGTH = 20;

    /** Without characters that are mistaken for each other when typed from a screen. */
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Properties properties;

    private DemoSecrets(Properties properties) {
        this.properties = properties;
    }

    /**
     * Reads the passwords of a directory, or makes them.
     *
     * @param chosen password for the people, from the environment; blank to have one made
     * @throws StartRefused if the chosen password is too short or not the one the people were created with, or if there is a
     *     database but its passwords are lost
     */
    static DemoSecrets in(DemoDirectory directory, String chosen) {
        if (!chosen.isBlank() && chosen.length() < SHORTEST) {
            throw new StartRefused("KREISLAUFSTADT_DEMO_PASSWORD ist zu kurz: mindestens " + SHORTEST + " Zeichen.");
        }
        Path file = directory.path().resolve(FILE);
        try {
            return Files.exists(file) ? read(file, chosen) : create(directory, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoSecrets read(Path file, String chosen) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        DemoSecrets secrets = new DemoSecrets(properties);
        if (!chosen.isBlank() && !chosen.equals(secrets.people())) {
            throw new StartRefused("KREISLAUFSTADT_DEMO_PASSWORD ist nicht das Passwort, mit dem die Demo in "
                    + file.getParent() + " angelegt wurde: weglassen, oder das Verzeichnis löschen und neu beginnen.");
        }
        return secrets;
    }

    private static DemoSecrets create(DemoDirectory directory, String chosen) throws IOException {
        if (Files.exists(directory.database().resolve("PG_VERSION"))) {
            throw new StartRefused("Zu der Datenbank in " + directory.database() + " fehlt " + FILE
                    + ": das Verzeichnis löschen und neu beginnen.");
        }
        Properties properties = new Properties();
        properties.setProperty("people", chosen.isBlank() ? random() : chosen);
        for (String role : new String[] {"postgres", "owner", "app"}) {
            properties.setProperty(role, random());
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        directory.writePrivately(FILE, text.toString());
        return new DemoSecrets(properties);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return password.toString();
    }

    /** @return password of all demo people and of the administrator */
    String people() {
        return properties.getProperty("people");
    }

    String postgres() {
        return properties.getProperty("postgres");
    }

    String owner() {
        return properties.getProperty("owner");
    }

    String app() {
        return properties.getProperty("app");
    }
}
