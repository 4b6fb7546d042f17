package de.kreislaufstadt.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts the demo's database and then waits to be killed. */
final class HeldDatabase {

    static final String READY = "ready";

    private HeldDatabase() {}

    public static void main(String[] arguments) throws Exception {
        DemoDirectory directory = DemoDirectory.lock(Path.of(arguments[0]));
        DemoSecrets secrets = DemoSecrets.in(directory, "");
        DemoDatabase database = DemoDatabase.start(directory, secrets);
        DemoDatabaseTest.owner(database, secrets).sql("create schema kept").update();
        Files.createFile(directory.path().resolve(READY));
        new CountDownLatch(1).await();
    }
}
