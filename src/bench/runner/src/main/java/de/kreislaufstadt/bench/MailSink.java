package de.kreislaufstadt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on loopback that takes every mail, counts it and forgets it. */
final class MailSink implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final ExecutorService lines = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger mails = new AtomicInteger();

    MailSink() throws IOException {
        lines.execute(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    int mails() {
        return mails.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                lines.execute(() -> converse(line));
            } catch (IOException e) {
                // Closed: nobody is waited for any more.
                return;
            }
        }
    }

    private void converse(Socket line) {
        try (line;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = line.getOutputStream();
            say(out, "220 bench");
            for (String word = in.readLine(); word != null; word = in.readLine()) {
                if (word.regionMatches(true, 0, "DATA", 0, 4)) {
                    say(out, "354 go on");
                    String text = in.readLine();
                    while (text != null && !text.equals(".")) {
                        text = in.readLine();
                    }
                    mails.incrementAndGet();
                }
                boolean last = word.regionMatches(true, 0, "QUIT", 0, 4);
                say(out, last ? "221 bye" : "250 bench");
                if (last) {
                    return;
                }
            }
        } catch (IOException e) {
            // The candidate has hung up, as it does when it is stopped.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        lines.shutdownNow();
    }
}
