package de.kreislaufstadt.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of imports that are not over, in pieces, so that any node can work on them. */
@Repository
class FileTable {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> names(String municipality, UUID run) {
        return jdbc.sql("select name from import_file where municipality_id = :municipality and run_id = :run"
                        + " order by position")
                .param("municipality", municipality)
                .param("run", run)
                .query(String.class)
                .list();
    }

    /** Writes a file that lies on disk. */
    void add(String municipality, UUID run, int position, String name, Path file) throws IOException {
        jdbc.sql("insert into import_file (run_id, municipality_id, position, name, size)"
                        + " values (:run, :municipality, :position, :name, :size)")
                .param("run", run)
                .param("municipality", municipality)
                .param("position", position)
                .param("name", name)
                .param("size", Files.size(file))
                .update();
        try (InputStream in = Files.newInputStream(file)) {
            int piece = 0;
            for (byte[] bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                jdbc.sql("insert into import_chunk (run_id, municipality_id, file_position, position, bytes)"
                                + " values (:run, :municipality, :file, :piece, :bytes)")
                        .param("run", run)
                        .param("municipality", municipality)
                        .param("file", position)
                        .param("piece", piece++)
                        .param("bytes", bytes)
                        .update();
            }
        }
    }

    /**
     * Writes the files of an import into a folder.
     *
     * @param written gets each file as soon as it is begun, so that it can be removed whatever happens
     */
    void into(Path folder, String municipality, UUID run, List<SourceFile> written) throws IOException {
        for (String name : names(municipality, run)) {
            SourceFile file = new SourceFile(name, Files.createTempFile(folder, ImportUploads.PREFIX, null));
            written.add(file);
            try (OutputStream out = Files.newOutputStream(file.path())) {
                for (int piece = 0, read = -1; read != 0; piece++) {
                    byte[] bytes = piece(municipality, run, written.size(), piece);
                    out.write(bytes);
                    read = bytes.length;
                }
            }
        }
    }

    void remove(String municipality, UUID run) {
        jdbc.sql("delete from import_file where municipality_id = :municipality and run_id = :run")
                .param("municipality", municipality)
                .param("run", run)
                .update();
    }

    private byte[] piece(String municipality, UUID run, int file, int piece) {
        return jdbc.sql("select bytes from import_chunk where municipality_id = :municipality and run_id = :run"
                        + " and file_position = :file and position = :piece")
                .param("municipality", municipality)
                .param("run", run)
                .param("file", file)
                .param("piece", piece)
                .query((row, i) -> row.getBytes("bytes"))
                .optional()
                .orElse(new byte[0]);
    }
}
