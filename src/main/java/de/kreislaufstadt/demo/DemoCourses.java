package de.kreislaufstadt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.measure.Measures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A measure whose first workshop people have just been invited to, so that a visitor can open an invitation's link, and one whose
 * first public version waits to be released. They come about as every other: people of the departments complete their tasks, over
 * HTTP, with the checks of the forms.
 */
@Component
@Profile("demo")
@Order(110)
class DemoCourses implements ApplicationRunner {

    private static final String MUNICIPALITY = "muenster";
    private static final List<String> COURSES = List.of("demo/workshop.yaml", "demo/publication.yaml");
    private static final Pattern FROM_TODAY = Pattern.compile("\\bin (P\\d+[DW])\\b");

    private final Measures measures;
    private final DemoTasks tasks;
    private final WorkingDays workingDays;
    private final Clock clock;

    DemoCourses(Measures measures, DemoTasks tasks, WorkingDays workingDays, Clock clock) {
        this.measures = measures;
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What people do one after the other until the measure with this number is where it should be. */
    private record Course(String number, List<Step> steps) {}

    /** A start form or the form of a task, filled in by somebody. */
    private record Step(String user, String start, String task, JsonNode form) {}

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (String file : COURSES) {
            Course course = read(file);
            if (measures.findByNumber(MUNICIPALITY, course.number()).isEmpty()) {
                course.steps().forEach(step -> does(course.number(), step));
            }
        }
    }

    private Course read(String file) throws IOException {
        String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        return new YAMLMapper().readValue(dated(text, LocalDate.now(clock), workingDays), Course.class);
    }

    /** Nobody invites to a Sunday; but what happened today has happened today, whatever day it is. */
    static String dated(String text, LocalDate today, WorkingDays workingDays) {
        return FROM_TODAY.matcher(text).replaceAll(found -> {
            Period ahead = Period.parse(found.group(1));
            LocalDate day = ahead.isZero() ? today : workingDays.sameOrNext(MUNICIPALITY, today.plus(ahead));
            return "\"" + day + "\"";
        });
    }

    /** Both workshops begin with the same task; the older one goes on. */
    private void does(String number, Step step) {
        if (step.start() == null) {
            tasks.completes(step.user(), number, step.task(), step.form());
        } else {
            tasks.starts(step.user(), step.start(), step.form());
        }
    }
}
