package de.kreislaufstadt.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A backup whose manifest says something else, as that of another release or of a clumsy person would. */
final class AlteredBackup {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlteredBackup() {}

    static Path of(Path backup, Consumer<ObjectNode> change) throws IOException {
        Path altered = Files.createTempFile(backup.getParent(), "altered", ".zip");
        try (ZipFile from = new ZipFile(backup.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(altered))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(BackupFile.MANIFEST)) {
                        ObjectNode manifest = (ObjectNode) JSON.readTree(content);
                        change.accept(manifest);
                        to.write(JSON.writeValueAsBytes(manifest));
                    } else {
                        content.transferTo(to);
                    }
                }
            }
        }
        return altered;
    }

    static ObjectNode table(ObjectNode manifest, String name) {
        return (ObjectNode) StreamSupport.stream(manifest.withArray("tables").spliterator(), false)
                .filter(table -> table.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
