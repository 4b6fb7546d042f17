package de.kreislaufstadt.demo;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Option;
import java.util.List;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to go and how to log in, as the last lines of the start. */
@Component
@Profile("demo")
class DemoBanner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBanner.class);

    private static final int HALF = 10;

    private final Municipalities municipalities;
    private final Departments departments;
    private final DemoStart demo;

    DemoBanner(Municipalities municipalities, Departments departments, DemoStart demo) {
        this.municipalities = municipalities;
        this.departments = departments;
        this.demo = demo;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) {
        LOG.info(text(ready.getApplicationContext().getEnvironment()));
    }

    private String text(Environment environment) {
        String address = "http://localhost:" + environment.getProperty("local.server.port");
        StringJoiner lines = new StringJoiner(System.lineSeparator(), System.lineSeparator(), System.lineSeparator());
        lines.add("")
                .add("Kreislaufstadt läuft.")
                .add("")
                .add("  Öffentlich  " + address + "/")
                .add("  Startseite  " + address + "/arbeiten")
                .add("  Tasklist    " + address + "/camunda/app/tasklist/default/")
                .add("  Cockpit     " + address + "/camunda/app/cockpit/default/")
                .add("  Daten       " + demo.directory().path())
                .add("")
                .add("  Benutzer    je Abteilung <abteilung>-sachbearbeitung und <abteilung>-leitung"
                        + " (Leitungen auch im Cockpit), dazu admin und "
                        + DemoModeration.ACCOUNT)
                .add("              in Partnerkommune 07 und im Verbund mit partner07- und verbund- davor")
                .add("  Passwort    " + password(environment))
                .add("");
        List<String> members =
                DemoMembers.all().stream().map(member -> member.get("id")).toList();
        for (String municipality : municipalities.tenants()) {
            if (members.contains(municipality)) {
                continue;
            }
            lines.add("  Abteilungen: " + municipalities.nameOf(municipality));
            for (Option department : departments.options(municipality)) {
                lines.add("    %-18s %s".formatted(department.value(), department.label()));
            }
        }
        if (DemoMembers.wanted(environment)) {
            lines.add(
                            "  Alle übrigen Mitglieder haben wirtschaft, klima, bauamt, umwelt und rat, mit ihrer Kennung davor:")
                    .add("    " + String.join(" ", members.subList(0, HALF)))
                    .add("    " + String.join(" ", members.subList(HALF, members.size())))
                    .add("    zum Beispiel bottrop-wirtschaft-sachbearbeitung");
        }
        return lines.toString();
    }

    /** A password that the user has chosen does not belong on the screen. */
    private String password(Environment environment) {
        return environment.getProperty("kreislaufstadt.demo.password", "").isBlank()
                ? demo.secrets().people()
                : "steht in KREISLAUFSTADT_DEMO_PASSWORD";
    }
}
