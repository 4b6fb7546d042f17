package de.kreislaufstadt.start;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends with exit code 0 when the system asks the application to end (SIGTERM) and it has done so in order; Java would say 143,
 * which watchers take for a crash. Signals have no official interface: theirs is looked up, and without it the code stays 143.
 */
public final class CleanExit {

    private static final Logger LOG = LoggerFactory.getLogger(CleanExit.class);

    private CleanExit() {}

    /** Once, when the application is there; what fails before keeps its own code. */
    public static void onRequest() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler exit = (proxy, method, arguments) -> {
                // Runs everything that is registered for the end, and comes back never.
                System.exit(0);
                return null;
            };
            Object terminate = signal.getConstructor(String.class).newInstance("TERM");
            Object exits = Proxy.newProxyInstance(CleanExit.class.getClassLoader(), new Class<?>[] {handler}, exit);
            signal.getMethod("handle", signal, handler).invoke(null, terminate, exits);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("No interface to signals", e);
        }
    }
}
