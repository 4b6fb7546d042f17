package de.kreislaufstadt.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The way between a node and a server on loopback, on which everything can happen that happens on ways. */
final class Wire implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final int PIECE = 16_384;

    /** How PostgreSQL's driver ends a transaction; the word is followed by a zero. */
    private static final String COMMIT = "COMMIT\0";

    private final ServerSocket socket = open();
    private final int target;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsToCut = new AtomicInteger();
    private final AtomicInteger cutCommits = new AtomicInteger();
    private volatile boolean refusing;
    private volatile boolean swallowing;
    private volatile Duration delay = Duration.ZERO;

    Wire(int target) {
        this.target = target;
        spawn("wire to " + target, this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Ends all connections in order and lets no new one through. */
    void cut() {
        refusing = true;
        lines.forEach(line -> line.end(false));
    }

    /** Ends all connections at once, with what was on its way; new ones come through. */
    void reset() {
        lines.forEach(line -> line.end(true));
    }

    /** Nothing comes through any more in either direction, and nobody is told; not even later. */
    void swallow() {
        swallowing = true;
        lines.forEach(line -> line.dead = true);
    }

    /** Everything takes so much longer in each direction. */
    void delay(Duration time) {
        delay = time;
    }

    /** Lets so many commits through from now on, and ends their connections before the answer. */
    void cutAfterCommit(int commits) {
        commitsToCut.set(commits);
    }

    /** @return how many connections have been ended between a commit and its answer */
    int cutCommits() {
        return cutCommits.get();
    }

    /** From now on new connections are as they should be; those that swallow go on doing so. */
    void mend() {
        refusing = false;
        swallowing = false;
        delay = Duration.ZERO;
        commitsToCut.set(0);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket near = socket.accept();
                if (refusing) {
                    near.close();
                } else {
                    Line line = new Line(near, new Socket(InetAddress.getLoopbackAddress(), target));
                    lines.add(line);
                    spawn("request", line::requests);
                    spawn("answer", line::answers);
                }
            } catch (IOException e) {
                // Closed, or the server behind is down: whoever called hears nothing.
            }
        }
    }

    private static void spawn(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        reset();
    }

    /** One connection. */
    private final class Line {

        private final Socket near;
        private final Socket far;
        private volatile boolean cutAtAnswer;
        private volatile boolean dead = swallowing;

        Line(Socket near, Socket far) throws IOException {
            this.near = near;
            this.far = far;
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        }

        void requests() {
            pump(near, far, true);
        }

        void answers() {
            pump(far, near, false);
        }

        private void pump(Socket from, Socket to, boolean request) {
            byte[] piece = new byte[PIECE];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    if (request && isCommit(piece, read) && oneOf(commitsToCut)) {
                        cutAtAnswer = true;
                    }
                    if (!request && cutAtAnswer) {
                        cutCommits.incrementAndGet();
                        end(true);
                        return;
                    }
                    TimeUnit.MILLISECONDS.sleep(delay.toMillis());
                    if (!dead) {
                        out.write(piece, 0, read);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // One side has hung up; the other one hears of it below.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!dead) {
                end(false);
            }
        }

        private void end(boolean abruptly) {
            lines.remove(this);
            for (Socket side : new Socket[] {near, far}) {
                try {
                    if (abruptly) {
                        side.setSoLinger(true, 0);
                    }
                    side.close();
                } catch (IOException e) {
                    // It is over already.
                }
            }
        }
    }

    private static boolean oneOf(AtomicInteger left) {
        return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }

    private static boolean isCommit(byte[] piece, int length) {
        return new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT);
    }
}
