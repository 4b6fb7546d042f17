package de.kreislaufstadt.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * One connection on which HTTP/1.1 is spoken and that is kept open as long as the server keeps it: as little as it takes, since a client
 * on the same machine takes its time from the server it measures.
 */
final class Wire implements AutoCloseable {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int TIMEOUT_MILLIS = 30_000;

    private final int port;
    private byte[] buffer = new byte[1 << 16];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String head = "";
    private int bodyFrom;
    private int bodyLength;

    Wire(int port) {
        this.port = port;
    }

    /** @return the bytes of a question, which can be asked again and again */
    static byte[] get(String path, Map<String, String> headers) {
        StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Asks and reads the answer to its end.
     *
     * @return status
     */
    int ask(byte[] question) throws IOException {
        if (socket == null) {
            open();
        }
        out.write(question);
        int read = 0;
        int end = -1;
        while (end < 0) {
            read += more(read);
            end = endOfHead(read);
        }
        head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        int status = Integer.parseInt(head.substring(9, 12));
        bodyFrom = end + END_OF_HEAD.length;
        bodyLength = status == 304 ? 0 : Integer.parseInt(header("Content-Length"));
        while (read < bodyFrom + bodyLength) {
            read += more(read);
        }
        if ("close".equalsIgnoreCase(header("Connection"))) {
            close();
        }
        return status;
    }

    /** @return value of a header of the last answer; null if it has none */
    String header(String name) {
        String wanted = "\r\n" + name.toLowerCase(Locale.ROOT) + ": ";
        int at = head.toLowerCase(Locale.ROOT).indexOf(wanted);
        if (at < 0) {
            return null;
        }
        int from = at + wanted.length();
        int to = head.indexOf("\r\n", from);
        return head.substring(from, to < 0 ? head.length() : to);
    }

    /** @return status line and headers of the last answer */
    String head() {
        return head;
    }

    int length() {
        return bodyLength;
    }

    byte[] body() {
        return Arrays.copyOfRange(buffer, bodyFrom, bodyFrom + bodyLength);
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private int more(int read) throws IOException {
        if (read == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int more = in.read(buffer, read, buffer.length - read);
        if (more < 0) {
            throw new EOFException("The server hung up");
        }
        return more;
    }

    private int endOfHead(int read) {
        for (int at = 0; at + END_OF_HEAD.length <= read; at++) {
            if (buffer[at] == '\r' && Arrays.equals(buffer, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, 4)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
