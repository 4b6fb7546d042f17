package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that somebody wants to import.
 *
 * @param name as the person calls it
 * @param path where it lies
 */
record SourceFile(String name, Path path) {

    private static final byte[] ZIP = {'P', 'K'};

    /**
     * @return the whole content
     * @throws FormRefused if it is empty or too large, before anything of it is read
     */
    byte[] bytes(Limits limits) throws IOException {
        check(limits);
        return Files.readAllBytes(path);
    }

    /** @throws FormRefused if the file is empty or too large */
    void check(Limits limits) throws IOException {
        long size = Files.size(path);
        if (size == 0) {
            throw FormRefused.at("file", "imports.file.empty", name);
        }
        if (size > limits.bytes()) {
            throw FormRefused.at("file", "imports.file.tooLarge", name, limits.bytes() / 1024 / 1024);
        }
    }

    /** @return whether it is a ZIP file, as workbooks are, whatever its name says */
    boolean isZip() throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(ZIP.length);
            return begin.length == ZIP.length && begin[0] == ZIP[0] && begin[1] == ZIP[1];
        }
    }
}
