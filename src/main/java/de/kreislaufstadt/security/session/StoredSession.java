package de.kreislaufstadt.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** One request's copy of a session, and what it was when it was read: what differs at the end of the request is written. */
final class StoredSession implements Session {

    private final MapSession copy;
    private final Supplier<String> ids;
    private Map<String, byte[]> known;
    private String knownId;
    private boolean unnoted;

    /** A session that nobody has stored yet. */
    StoredSession(Supplier<String> ids) {
        this.ids = ids;
        this.copy = new MapSession(ids.get());
        this.known = Map.of();
    }

    /**
     * A session as it is stored.
     *
     * @throws SessionUnreadable if a part of it cannot be read
     */
    StoredSession(String id, Map<String, byte[]> attributes, boolean unnoted, Supplier<String> ids) {
        this.ids = ids;
        this.copy = new MapSession(id);
        this.known = attributes;
        this.knownId = id;
        this.unnoted = unnoted;
        attributes.forEach((name, bytes) -> copy.setAttribute(name, SessionContent.valueOf(bytes)));
    }

    /** @return id under which it is stored; null if it is not */
    String knownId() {
        return knownId;
    }

    /** @return whether its use has to be noted once more */
    boolean isUnnoted() {
        return unnoted;
    }

    /**
     * What is read back is not always written as it was before: sets remember how large they once were. What has changed is
     * therefore read back at once, or the next request would write it again; what cannot be read back does not get in.
     *
     * @return all of it as bytes, by name
     */
    Map<String, byte[]> attributes() {
        Map<String, byte[]> attributes = new TreeMap<>();
        for (String name : copy.getAttributeNames()) {
            Object value = copy.getAttribute(name);
            byte[] bytes = SessionContent.bytesOf(value);
            attributes.put(
                    name,
                    Arrays.equals(bytes, known.get(name))
                            ? bytes
                            : SessionContent.bytesOf(SessionContent.valueOf(bytes)));
        }
        return attributes;
    }

    /**
     * What this request has changed. Objects in a session change without anybody saying so, hence the comparison.
     *
     * @return bytes by name, null where something was taken away; empty if nothing has changed
     */
    Map<String, byte[]> changes(Map<String, byte[]> now) {
        Map<String, byte[]> changes = new TreeMap<>();
        now.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, known.get(name))) {
                changes.put(name, bytes);
            }
        });
        known.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changes.put(name, null));
        return changes;
    }

    /** It is stored now as it is. */
    void stored(Map<String, byte[]> now) {
        known = now;
        knownId = getId();
        unnoted = false;
    }

    @Override
    public String getId() {
        return copy.getId();
    }

    @Override
    public String changeSessionId() {
        copy.setId(ids.get());
        return copy.getId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return copy.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return copy.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        copy.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        copy.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return copy.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        copy.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return copy.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        copy.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return copy.getMaxInactiveInterval();
    }

    /** The database says so before it hands a session out. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
