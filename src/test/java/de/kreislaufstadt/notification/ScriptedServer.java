package de.kreislaufstadt.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server for one conversation that answers as it is told, or hangs up. */
final class ScriptedServer implements AutoCloseable {

    /** Instead of an answer. */
    static final String HANG_UP = "";

    private static final String END_OF_CONTENT = ".";

    private final ServerSocket socket;
    private final Map<String, String> answers;

    /**
     * @param answers by the first word of what the client says; the dot that ends the content is a word too. Anything else
     *     is answered as a server does that likes it
     */
    ScriptedServer(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::talk, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void talk() {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 ready");
            boolean content = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (content && !END_OF_CONTENT.equals(line)) {
                    continue;
                }
                String word = line.split("[ :]")[0];
                String answer = answers.getOrDefault(word, "DATA".equals(word) ? "354 go on" : "250 ok");
                if (answer.equals(HANG_UP)) {
                    return;
                }
                content = answer.startsWith("354");
                say(client, answer);
            }
        } catch (IOException e) {
            // The client has hung up first.
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
