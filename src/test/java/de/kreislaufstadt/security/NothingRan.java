package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** After every test: no dangerous text has done anything on the server, and the log knows none of them. */
final class NothingRan implements BeforeEachCallback, AfterEachCallback {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        System.clearProperty(Injections.PROBE);
        log.list.clear();
        log.start();
        root().addAppender(log);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        root().detachAppender(log);
        assertThat(System.getProperty(Injections.PROBE)).isNull();
        String lines = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
        Injections.TEXTS.forEach(text -> assertThat(lines).doesNotContain(text));
        assertThat(lines).doesNotContain(TestDatabase.PASSWORD);
    }

    /** @return what was written into the log since the test began */
    List<ILoggingEvent> heard() {
        return log.list;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
