package de.kreislaufstadt.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** The mail server that the application under test is told about. It runs only while a test has started it. */
public final class TestMail {

    public static final String FROM = "kreislaufstadt@musterstadt.example.org";
    public static final String BASE_URL = "https://kreislauf.example.org";

    /** The same for all tests of a run, since they share the application. */
    public static final int PORT = freePort();

    private static final long LONGEST_START_MILLIS = 5_000;

    private TestMail() {}

    /** @return a server that listens where the application sends to; to be stopped by who started it */
    public static GreenMail start() {
        return start(PORT);
    }

    /** @return a server on a port of its own */
    public static GreenMail start(int port) {
        ServerSetup setup = new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(LONGEST_START_MILLIS);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
