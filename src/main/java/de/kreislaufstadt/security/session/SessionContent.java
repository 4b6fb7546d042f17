package de.kreislaufstadt.security.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a session as bytes, attribute by attribute. Only classes that belong into a session are read back: whoever could
 * write the table would still not get code to run.
 */
final class SessionContent {

    /** Raised when what is in sessions changes its meaning: those from before are then none, and people sign in anew. */
    private static final int FORMAT = 1;

    private static final int MOST_BYTES = 256 * 1024;

    private static final ObjectInputFilter CLASSES = ObjectInputFilter.Config.createFilter("maxdepth=20;maxrefs=5000;"
            + "maxarray=5000;maxbytes=" + MOST_BYTES
            + ";java.lang.*;java.util.*;java.time.*;org.springframework.security.**"
            + ";org.camunda.bpm.webapp.impl.security.auth.*"
            + ";de.kreislaufstadt.security.**;de.kreislaufstadt.account.SessionKey;!*");

    private SessionContent() {}

    /** @throws IllegalStateException if the value cannot be stored, which a test would have seen */
    static byte[] bytesOf(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalStateException("A session cannot keep " + value.getClass(), e);
        }
        return bytes.toByteArray();
    }

    /** @throws SessionUnreadable if the class is unknown, has changed or does not belong into a session */
    static Object valueOf(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(CLASSES);
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new SessionUnreadable(e);
        }
    }

    /** @param attributes bytes by name */
    static byte[] packed(Map<String, byte[]> attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(attributes.size());
            for (Map.Entry<String, byte[]> attribute : attributes.entrySet()) {
                out.writeUTF(attribute.getKey());
                out.writeInt(attribute.getValue().length);
                out.write(attribute.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @return bytes by name
     * @throws SessionUnreadable if it is of another format
     */
    static Map<String, byte[]> unpacked(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("another format");
            }
            Map<String, byte[]> attributes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                attributes.put(name, in.readNBytes(in.readInt()));
            }
            return attributes;
        } catch (IOException | RuntimeException e) {
            throw new SessionUnreadable(e);
        }
    }
}
