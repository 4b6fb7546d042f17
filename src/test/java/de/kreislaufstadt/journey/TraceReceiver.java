package de.kreislaufstadt.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Receives traces as a collector does (OTLP over HTTP), and reads of them what a test asks. */
final class TraceReceiver implements AutoCloseable {

    private static final int LENGTH_DELIMITED = 2;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<String> raw = new CopyOnWriteArrayList<>();

    /**
     * One piece of work.
     *
     * @param trace id of the whole
     * @param parent id of the piece it is part of; empty for the first
     */
    record Span(String trace, String id, String parent, String name, Map<String, String> attributes) {}

    TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            raw.add(new String(body, StandardCharsets.ISO_8859_1));
            // ExportTraceServiceRequest, ResourceSpans, ScopeSpans, Span
            fields(
                    ByteBuffer.wrap(body),
                    (one, resource) -> fields(
                            in(resource, one == 1),
                            (two, scope) -> fields(in(scope, two == 2), (three, span) -> {
                                if (three == 2) {
                                    spans.add(span(span));
                                }
                            })));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Span> spans() {
        return spans;
    }

    /** @return all that was sent, as far as it can be read */
    String text() {
        return String.join("\n", raw);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static ByteBuffer in(ByteBuffer message, boolean wanted) {
        return wanted ? message : ByteBuffer.allocate(0);
    }

    private static Span span(ByteBuffer message) {
        Map<Integer, String> said = new TreeMap<>();
        Map<String, String> attributes = new TreeMap<>();
        fields(message, (number, value) -> {
            switch (number) {
                case 1, 2, 4 -> said.put(number, HexFormat.of().formatHex(bytes(value)));
                case 5 -> said.put(number, text(value));
                case 9 -> attribute(value, attributes);
                default -> {
                    // Times, kind and what else there is.
                }
            }
        });
        return new Span(
                said.get(1), said.get(2), said.getOrDefault(4, ""), said.getOrDefault(5, ""), Map.copyOf(attributes));
    }

    /** KeyValue with a string: the key is 1, the value 2, and its text 1. */
    private static void attribute(ByteBuffer message, Map<String, String> attributes) {
        Map<Integer, String> said = new TreeMap<>();
        fields(message, (number, value) -> {
            if (number == 1) {
                said.put(1, text(value));
            } else {
                fields(value, (kind, content) -> said.put(2, text(content)));
            }
        });
        attributes.put(said.get(1), said.getOrDefault(2, ""));
    }

    /** Reads a message of Protocol Buffers: only what has a length, all else is passed over. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> field) {
        while (message.hasRemaining()) {
            long tag = number(message);
            int kind = (int) (tag & 7);
            if (kind == LENGTH_DELIMITED) {
                int length = (int) number(message);
                field.accept((int) (tag >>> 3), message.slice(message.position(), length));
                message.position(message.position() + length);
            } else if (kind == 0) {
                number(message);
            } else {
                message.position(message.position() + (kind == 1 ? Long.BYTES : Integer.BYTES));
            }
        }
    }

    private static long number(ByteBuffer message) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }
}
