package de.kreislaufstadt.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Content of documents in pieces, so that only one of them is in memory at a time. */
@Repository
class ChunkTable {

    /** Bytes of a piece; the table allows no more. */
    static final int LENGTH = 256 * 1024;

    private final JdbcClient jdbc;

    ChunkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a file that lies on disk; belongs into the transaction that writes its version. */
    void write(String municipality, UUID version, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int position = 0;
            for (byte[] bytes = in.readNBytes(LENGTH); bytes.length > 0; bytes = in.readNBytes(LENGTH)) {
                jdbc.sql("insert into document_chunk (municipality_id, version_id, position, bytes)"
                                + " values (:municipality, :version, :position, :bytes)")
                        .param("municipality", municipality)
                        .param("version", version)
                        .param("position", position++)
                        .param("bytes", bytes)
                        .update();
            }
        }
    }

    /**
     * Sends the content of a version. Each piece is fetched for itself, outside of a transaction: nobody holds a database
     * connection while the other side reads. The last piece is only sent when the whole is what was stored.
     *
     * @throws IllegalStateException if the stored content is not what was stored
     */
    void send(String municipality, Document.Version version, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        long left = version.size();
        for (int position = 0; left > 0; position++) {
            byte[] bytes = read(municipality, version.id(), position);
            digest.update(bytes);
            left -= bytes.length;
            if (left < 0 || left == 0 && !version.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
                throw new IllegalStateException("Damaged content of version " + version.id());
            }
            out.write(bytes);
        }
    }

    /** Removes the content of all versions of a document. */
    void remove(String municipality, UUID document) {
        jdbc.sql("""
                        delete from document_chunk where municipality_id = :municipality and version_id in
                            (select id from document_version
                             where municipality_id = :municipality and document_id = :document)
                        """)
                .param("municipality", municipality)
                .param("document", document)
                .update();
    }

    private byte[] read(String municipality, UUID version, int position) {
        return jdbc.sql("select bytes from document_chunk"
                        + " where municipality_id = :municipality and version_id = :version and position = :position")
                .param("municipality", municipality)
                .param("version", version)
                .param("position", position)
                .query((row, index) -> row.getBytes("bytes"))
                .optional()
                .orElseThrow(() -> new IllegalStateException("Missing piece " + position + " of version " + version));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
