package de.kreislaufstadt.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Models of processes in their versions, and instances that are lifted from an older version to a newer one. */
public interface ModelVersions {

    /**
     * A version of a model.
     *
     * @param id engine's id of it
     * @param process key of the process
     * @param name as people read it, in the language of the reader
     * @param version number, counted from 1 by the engine
     * @param municipality whose own model it is; null for the shared one
     * @param deployedAt when it came
     * @param running instances on it
     * @param newest whether new instances begin on it
     */
    record Version(
            String id,
            String process,
            String name,
            int version,
            String municipality,
            Instant deployedAt,
            long running,
            boolean newest) {}

    /**
     * A running instance.
     *
     * @param businessKey number of the measure or key of what else it is about
     * @param measure null where it is about none
     */
    record Running(String id, String municipality, String businessKey, UUID measure) {}

    /** @return the newest version of every model and every other on which something runs, the newest of a process first */
    List<Version> all();

    Optional<Version> find(String id);

    /** @return what runs on this version, in a fixed order */
    List<Running> on(String id);

    /** @return ids of the elements at which an instance stands; empty where it has ended */
    List<String> steps(String instance);

    /** @return what an element is called in the language of the reader; its id where it has no name or the version is gone */
    String stepName(String version, String element);

    /**
     * Says whether there is a plan that leads from one version to another.
     *
     * @throws LiftRefused if the plan does not fit the two versions
     */
    void checkPlan(Version from, Version to);

    /**
     * Lifts one instance with all that it has: tasks keep who has them and their days, timers their moment. Called inside of a
     * transaction.
     *
     * @return whether it was lifted; false where it already runs on the newer version
     * @throws LiftRefused if it cannot be lifted; the transaction must not be committed then
     */
    boolean lift(String instance, Version from, Version to);

    /** An instance that stays where it is. */
    final class LiftRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> elements;

        /**
         * @param messageKey what is said; {@code {0}} stands for the elements
         * @param elements ids of the elements that are in the way
         */
        public LiftRefused(String messageKey, List<String> elements, Throwable cause) {
            super(messageKey, cause);
            this.elements = List.copyOf(elements);
        }

        public List<String> elements() {
            return elements;
        }
    }
}
