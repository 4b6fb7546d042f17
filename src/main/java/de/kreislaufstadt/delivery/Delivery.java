package de.kreislaufstadt.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers requests with what is public now. What was published before a request came in is in its answer, on every node: each
 * answer is held against the stamp of its municipality, read after the request came in; requests that come in while the stamp
 * is being read share the next reading.
 */
public interface Delivery {

    /**
     * Answers from memory, or makes the answer. Says {@code ETag} and {@code Cache-Control: no-cache} (browsers keep it and ask
     * whether it still holds), and 304 to whoever has it already. There is no {@code Last-Modified}: it counts in seconds, and
     * what has changed twice within one would be taken for the same. Compressed where the reader can unpack it.
     *
     * @param making makes the answer in one reading transaction; called at most once at a time for the same key
     * @throws org.springframework.web.server.ResponseStatusException 503 if nobody can say whether what is kept is still true
     */
    ResponseEntity<byte[]> answer(HttpServletRequest request, Key key, Making making);

    /**
     * Writes a large answer row by row, never into memory; its {@code ETag} is made of stamp and key, weak.
     *
     * @param writing writes it; not called where the reader has it already
     */
    void stream(
            HttpServletRequest request,
            HttpServletResponse response,
            Key key,
            MediaType type,
            String file,
            Writing writing)
            throws IOException;

    /**
     * What distinguishes one answer from all others. The day is added by itself: what is overdue today was not yesterday.
     *
     * @param municipality whose stamp it goes by, beside that of what is shared; null for what shows all municipalities
     * @param path without the query
     * @param query what of the query makes a difference, in a fixed order and already checked; empty for nothing. Free words
     *     that people look for make no key: such answers are made each time, see {@link #kept}
     * @param language German or English
     * @param kept whether the answer is worth keeping
     */
    record Key(String municipality, String path, String query, Locale language, boolean kept) {}

    /** Makes an answer. */
    @FunctionalInterface
    interface Making {
        Body make();
    }

    /** Writes an answer. */
    @FunctionalInterface
    interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /**
     * An answer.
     *
     * @param status 200, or what is said of an address that leads nowhere; those are not kept
     * @param headers besides those of the delivery, e.g. {@code Link}
     */
    record Body(int status, MediaType type, byte[] bytes, Map<String, String> headers) {}
}
