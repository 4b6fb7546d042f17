package de.kreislaufstadt.workshop.joint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.workshop.record.AgendaItem;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.MinutesTable;
import de.kreislaufstadt.workshop.record.Params;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopKind;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what a workshop of several cities shares with all of them into {@code joint_workshop}: a copy that is made at the steps
 * which make something known, so that whatever is written inside in between, and everything beside it, stays inside. Workshops of
 * other kinds share nothing.
 */
@Component
public class JointWorkshops {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final MinutesTable minutes;
    private final InvitationTable invitations;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JointWorkshops(
            WorkshopTable workshops,
            AgendaTable agendas,
            MinutesTable minutes,
            InvitationTable invitations,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.minutes = minutes;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The agenda is agreed, or the day has moved: the others know when, where, what for and what about. */
    public void announce(String municipality, Workshop workshop) {
        if (workshop.kind() != WorkshopKind.INTERMUNICIPAL) {
            return;
        }
        UUID id = workshop.id();
        List<SharedAgendaItem> agenda = agendas.of(municipality, id).stream()
                .map(JointWorkshops::shared)
                .toList();
        jdbc.sql("""
                        insert into joint_workshop (id, municipality_id, workshop_id, stage, title, aim, workshop_date,
                            begins_at, ends_at, place, agenda)
                        values (:id, :municipality, :workshop, 'ANNOUNCED', :title, :aim, :date, :begin, :end, :place,
                            cast(:agenda as jsonb))
                        on conflict (municipality_id, workshop_id) do update
                        set stage = case when joint_workshop.released_on is null then 'ANNOUNCED' else 'RELEASED' end,
                            title = excluded.title, aim = excluded.aim, workshop_date = excluded.workshop_date,
                            begins_at = excluded.begins_at, ends_at = excluded.ends_at, place = excluded.place,
                            agenda = excluded.agenda, changed_at = now()
                        """)
                .paramSource(Params.of(municipality, id)
                        .with("id", UUID.randomUUID())
                        .with("title", workshop.title())
                        .with("aim", workshop.aim())
                        .with("date", workshop.date())
                        .with("begin", workshop.begin())
                        .with("end", workshop.end())
                        .with("place", workshop.place())
                        .with("agenda", text(agenda)))
                .update();
    }

    /** It does not take place: those who knew of it are told on the page. */
    public void cancel(String municipality, UUID workshop) {
        jdbc.sql("""
                        update joint_workshop set stage = 'CANCELLED', changed_at = now()
                        where municipality_id = :municipality and workshop_id = :workshop and released_on is null
                        """).paramSource(Params.of(municipality, workshop)).update();
    }

    /** Copies the released minutes of a workshop of several cities; released again, they take the place of the copy before. */
    public void release(String municipality, UUID id, LocalDate day) {
        announce(municipality, workshops.find(municipality, id));
        String summary = minutes.find(municipality, id)
                .map(MinutesTable.Minutes::summary)
                .orElseThrow();
        List<SharedEntry> entries = minutes.entries(municipality, id).stream()
                .map(entry -> new SharedEntry(
                        Integer.parseInt(entry.agendaItem()),
                        entry.kind(),
                        entry.text(),
                        entry.responsible(),
                        entry.city(),
                        entry.due()))
                .toList();
        jdbc.sql("""
                        update joint_workshop set stage = 'RELEASED', summary = :summary, minutes = cast(:minutes as jsonb),
                            counts = cast(:counts as jsonb), edition = edition + 1, released_on = :day, changed_at = now()
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, id)
                        .with("summary", summary)
                        .with("minutes", text(entries))
                        .with("counts", text(invitations.counts(municipality, id)))
                        .with("day", day))
                .update();
    }

    /** Who leads an item stays inside: it may be a person's function. */
    private static SharedAgendaItem shared(AgendaItem item) {
        return new SharedAgendaItem(item.title(), item.minutes(), item.goal());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a workshop shares cannot be written", e);
        }
    }
}
