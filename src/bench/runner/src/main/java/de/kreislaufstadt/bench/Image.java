package de.kreislaufstadt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The product as its image starts it: unpacked, with the classes that a start before it has written down, and with the very options of
 * Java that the image's build takes from the sources.
 *
 * @param jar beside the folder with its libraries
 * @param archive of classes
 */
record Image(Path jar, Path archive) {

    /** As the image has it: without it every thread may have memory of the C library for itself. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final List<String> PAGES = List.of("/anmelden", "/", "/" + ProductDesk.CITY);

    /** Unpacks the product, and lets it start once on the database of a contender, as {@code train.sh} does it. */
    static Image of(Contender product) throws IOException, InterruptedException {
        Path jar = StartUp.unpack();
        Image image = new Image(jar, jar.resolveSibling("image.jsa"));
        product.startsFrom(jar, ENVIRONMENT);
        List<String> training = List.of(options(), "-XX:ArchiveClassesAtExit=" + image.archive);
        try (Server application = product.node("training", training, Map.of())) {
            Client visitor = new Client(application.port());
            PAGES.forEach(visitor::answers);
        }
        return image;
    }

    /** @return what follows {@code java}, up to the jar */
    List<String> java(String... more) {
        return Stream.concat(Stream.of(options(), "-XX:SharedArchiveFile=" + archive), Stream.of(more))
                .toList();
    }

    /** Java reads them from the file. */
    static String options() {
        return "@" + Servers.jar("java.options");
    }
}
