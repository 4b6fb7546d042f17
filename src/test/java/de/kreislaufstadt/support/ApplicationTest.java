package de.kreislaufstadt.support;

import de.kreislaufstadt.notification.Postman;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole application on a real PostgreSQL, with the municipality of {@link TestCity}
 * and the job executor off: timers fire when the test says so. All such tests share one context, since the engine keeps one
 * register per process.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Office.class, StatementCount.class, HeardNotices.class, TestLetters.class, Postman.class, TestClock.class})
public @interface ApplicationTest {}
