package de.kreislaufstadt.workshop.page;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.department.MunicipalLook;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.workshop.record.AgendaItem;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.Workshop;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the public pages say about a workshop: nothing that is not meant for those who are invited. */
@Component
class WorkshopFacts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final AgendaTable agendas;
    private final Measures measures;
    private final Departments departments;
    private final Municipalities municipalities;

    WorkshopFacts(AgendaTable agendas, Measures measures, Departments departments, Municipalities municipalities) {
        this.agendas = agendas;
        this.measures = measures;
        this.departments = departments;
        this.municipalities = municipalities;
    }

    /** An item of the agenda with the time at which it is planned to begin. */
    record Item(String begin, String title) {}

    /** Adds title, host, measure, date and place. */
    PublicPages.Page show(PublicPages.Page page, String municipality, Workshop workshop) {
        Measure measure = measures.find(municipality, workshop.measureId());
        MunicipalLook look = municipalities.look(municipality);
        return page.with("title", workshop.title())
                .with("municipality", municipality)
                .with("contact", look.contact())
                .with("imprint", look.imprint())
                .with("city", municipalities.nameOf(municipality))
                .with("host", departments.nameOf(municipality, departments.currentOf(municipality, measure.lead())))
                .with("measure", measure.title() + " (" + measure.number() + ")")
                .with("aim", workshop.aim())
                .with(
                        "when",
                        page.text(
                                "invitation.when",
                                page.day(workshop.date()),
                                TIME.format(workshop.begin()),
                                TIME.format(workshop.end())))
                .with("place", workshop.place())
                .with("meeting", workshop.link())
                .with("accessibility", workshop.accessibility())
                .with("privacy", workshop.privacyNotice())
                .with("until", page.day(workshop.registrationUntil()));
    }

    List<Item> agenda(String municipality, Workshop workshop) {
        List<Item> items = new ArrayList<>();
        LocalTime time = workshop.begin();
        for (AgendaItem item : agendas.of(municipality, workshop.id())) {
            items.add(new Item(TIME.format(time), item.title()));
            time = time.plusMinutes(item.minutes());
        }
        return items;
    }
}
