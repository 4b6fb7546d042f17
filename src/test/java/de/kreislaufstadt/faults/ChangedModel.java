package de.kreislaufstadt.faults;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged product with one model that says something else. */
final class ChangedModel {

    static final String KEY = "knowledge-building";
    private static final String FILE = "/BOOT-INF/classes/bpmn/" + KEY + ".bpmn";
    private static final String END = "</bpmn:documentation>";

    private ChangedModel() {}

    /** @return the jar of the release with the changed model */
    static Path in(Path jar, Path folder) throws IOException {
        Path changed = Files.copy(jar, folder.resolve("changed.jar"));
        try (FileSystem content = FileSystems.newFileSystem(changed)) {
            Path model = content.getPath(FILE);
            String text = Files.readString(model);
            Files.writeString(model, text.replaceFirst(END, " Neu gefasst." + END));
        }
        return changed;
    }
}
