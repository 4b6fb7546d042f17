package de.kreislaufstadt.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL that hands its log on, piece by piece, as the handbook tells operators to set it up. */
final class ArchivingServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path data;

    private ArchivingServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static ArchivingServer start(Path data, Path archive) throws IOException {
        ArchivingServer started = started(data);
        JdbcClient jdbc = JdbcClient.create(started.server.getPostgresDatabase());
        jdbc.sql("alter system set archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'".formatted(archive))
                .update();
        jdbc.sql("select pg_reload_conf()").query().singleValue();
        return started;
    }

    /**
     * Starts a server on a base backup, which goes on from it with the archived log.
     *
     * @param moment up to which, as PostgreSQL writes it
     */
    static ArchivingServer recover(Path base, Path archive, String moment) throws IOException {
        Files.writeString(
                base.resolve("postgresql.auto.conf"),
                """
                archive_command = '/bin/true'
                restore_command = 'cp %s/%%f %%p'
                recovery_target_time = '%s'
                recovery_target_action = 'promote'
                """.formatted(archive, moment),
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.createFile(base.resolve("recovery.signal"));
        return started(base);
    }

    private static ArchivingServer started(Path data) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("archive_mode", "on")
                .setServerConfig("wal_level", "replica")
                .setServerConfig("fsync", "off")
                .start();
        return new ArchivingServer(server, data);
    }

    /**
     * What {@code pg_basebackup} does: the files as they are while the server writes them, and the note of where to begin. The
     * log itself comes from the archive.
     */
    void baseBackup(Path target) throws IOException {
        SingleConnectionDataSource session =
                new SingleConnectionDataSource(server.getJdbcUrl("postgres", "postgres"), true);
        try {
            JdbcClient jdbc = JdbcClient.create(session);
            jdbc.sql("select pg_backup_start('drill', true)").query().singleValue();
            copy(target);
            Map<String, Object> label = jdbc.sql("select labelfile from pg_backup_stop(true)")
                    .query()
                    .singleRow();
            Files.writeString(target.resolve("backup_label"), (String) label.get("labelfile"));
        } finally {
            session.destroy();
        }
    }

    private void copy(Path target) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, target.resolve(data.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = data.relativize(file).toString();
                if (!name.startsWith("pg_wal")
                        && !List.of("postmaster.pid", "epg-lock").contains(name)) {
                    Files.copy(file, target.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    EmbeddedPostgres server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
