package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.MembersChanged;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An association's office with members, and a round of its model approach at any point, written as rows. */
public final class ModelOffice {

    public static final String ID = "verbundprobe";

    /** Drafts and consolidates. */
    public static final String MODERATION = "verbundprobe-difu-sachbearbeitung";

    /** Adopts. */
    public static final String ADOPTION = "verbundprobe-tag-sachbearbeitung";

    /** Of the office, and of neither department. */
    public static final String BESIDE = "verbundprobe-empfang";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Map<String, UUID> members = new LinkedHashMap<>();

    public ModelOffice(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    public void found() {
        OtherCity.found(jdbc, accounts);
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:id, 'Probeverbund', '05999001', 'NW') on conflict do nothing")
                .param("id", ID)
                .update();
        accounts.ensureTenant(ID, "Probeverbund");
        accounts.ensureGroup(ID, ID + "-staff", "Alle", Kind.STAFF);
        department(ID, "difu", "COMPONENT_DRAFTING");
        department(ID, "tag", "COMPONENT_ADOPTION");
        department(ID, "empfang", null);
        person(MODERATION, "difu");
        person(ADOPTION, "tag");
        person(BESIDE, "empfang");
        department(OtherCity.ID, "klima", "ASSOCIATION_COORDINATION");
        jdbc.sql("insert into association (municipality_id, name, moderation, adoption)"
                        + " values (:id, 'Probeverbund', 'Difu', 'Deutscher Städtetag') on conflict do nothing")
                .param("id", ID)
                .update();
        events.publishEvent(new MembersChanged(ID));
        member(OtherCity.ID, "Andere Stadt");
        member("partner07", "Partnerkommune 07");
        member("partner08", "Partnerkommune 08");
    }

    private void department(String city, String key, String role) {
        jdbc.sql(
                        "insert into department (municipality_id, key, name) values (:id, :key, initcap(:key)) on conflict do nothing")
                .param("id", city)
                .param("key", key)
                .update();
        accounts.ensureGroup(city, city + "-" + key, key, Kind.DEPARTMENT);
        if (role != null) {
            jdbc.sql("insert into department_role (municipality_id, department, role) values (:id, :key, :role)"
                            + " on conflict do nothing")
                    .param("id", city)
                    .param("key", key)
                    .param("role", role)
                    .update();
        }
    }

    private void person(String user, String department) {
        accounts.ensurePerson(ID, user, user, List.of(ID + "-staff", ID + "-" + department), TestDatabase.PASSWORD);
    }

    private void member(String key, String name) {
        UUID id = UUID.randomUUID();
        members.put(key, id);
        jdbc.sql("insert into association_member (id, municipality_id, member_key, name, size_class, joined)"
                        + " values (:id, :office, :key, :name, 'LARGE', '2023-07-01')")
                .param("id", id)
                .param("office", ID)
                .param("key", key)
                .param("name", name)
                .update();
    }

    /** The tables are everybody's: no other test may meet an association that it did not make. */
    public void leave() {
        for (String table : List.of(
                "notice",
                "reminder",
                "monitored_task",
                "task_event",
                "step",
                "component_event",
                "component_version",
                "component_comment",
                "component_request",
                "component_section",
                "component_round",
                "association_member",
                "association")) {
            jdbc.sql("delete from " + table + " where municipality_id = :id")
                    .param("id", ID)
                    .update();
        }
        events.publishEvent(new MembersChanged(ID));
        jdbc.sql("delete from matter where municipality_id = :id")
                .param("id", ID)
                .update();
        jdbc.sql("delete from department_role where municipality_id = :id and role = 'ASSOCIATION_COORDINATION'")
                .param("id", OtherCity.ID)
                .update();
    }

    public UUID round(String component, int number, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into matter (municipality_id, id, kind) values (:office, :id, 'COMPONENT_ROUND')")
                .param("office", ID)
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into component_round (id, municipality_id, component, number, state, completion, share,
                                                     comments_until, cancel_reason, begun_on, ended_on)
                        values (:id, :office, :component, :number, :state, 'SHARE', 80, '2026-10-30',
                                case when :state = 'CANCELLED' then 'Es eilt nicht.' end, '2026-09-01',
                                case when :state in ('PUBLISHED', 'CANCELLED') then date '2026-11-20' end)
                        """)
                .param("id", id)
                .param("office", ID)
                .param("component", component)
                .param("number", number)
                .param("state", state)
                .update();
        return id;
    }

    public UUID section(UUID round, int position, String anchor, String draft) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into component_section (id, municipality_id, round_id, position, anchor, heading, draft)
                        values (:id, :office, :round, :position, :anchor, initcap(:anchor), :draft)
                        """)
                .param("id", id)
                .param("office", ID)
                .param("round", round)
                .param("position", position)
                .param("anchor", anchor)
                .param("draft", draft)
                .update();
        return id;
    }

    public UUID request(UUID round, String member, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into component_request (id, municipality_id, round_id, member_id, member_municipality, state,
                                                       unreachable, answered_at, answered_by)
                        values (:id, :office, :round, :member, (select id from municipality where id = :city), :state,
                                case when :state = 'UNREACHABLE' then 'NOT_HERE' end,
                                case when :state in ('ANSWERED', 'NO_COMMENT') then now() end, 'wer-tippt')
                        """)
                .param("id", id)
                .param("office", ID)
                .param("round", round)
                .param("member", members.get(member))
                .param("city", member)
                .param("state", state)
                .update();
        return id;
    }

    public UUID comment(UUID round, UUID request, int position, String anchor, String text) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into component_comment (id, municipality_id, round_id, request_id, position, anchor, kind, text,
                                                       proposal)
                        values (:id, :office, :round, :request, :position, :anchor, 'CHANGE', :text, 'Besser so')
                        """)
                .param("id", id)
                .param("office", ID)
                .param("round", round)
                .param("request", request)
                .param("position", position)
                .param("anchor", anchor)
                .param("text", text)
                .update();
        return id;
    }

    public void answered(UUID comment, String answer) {
        jdbc.sql("update component_comment set answer = :answer, answer_text = 'Weil es stimmt.', answered_by = 'x',"
                        + " answered_at = now() where municipality_id = :office and id = :id")
                .param("answer", answer)
                .param("office", ID)
                .param("id", comment)
                .update();
    }

    public void version(String component, int version, UUID round, String sections) {
        jdbc.sql("""
                        insert into component_version (id, municipality_id, component, version, round_id, sections,
                                                       change_summary, adopted_by, adopted_on, published_on, members,
                                                       commented, comments)
                        values (:id, :office, :component, :version, :round, :sections::jsonb, 'Ziele sind geschärft.',
                                'Deutscher Städtetag', '2026-11-18', '2026-11-20', 3, 2, 3)
                        """)
                .param("id", UUID.randomUUID())
                .param("office", ID)
                .param("component", component)
                .param("version", version)
                .param("round", round)
                .param("sections", sections)
                .update();
    }

    /** @return a digest of all that the desk could change */
    public String rows() {
        return jdbc.sql("""
                        select md5(coalesce((select string_agg(md5(c::text), '' order by c.id) from component_comment c), '')
                                   || coalesce((select string_agg(md5(s::text), '' order by s.id) from component_section s), '')
                                   || (select count(*) from component_event) || (select count(*) from component_round
                                       where state <> 'CANCELLED'))
                        """).query(String.class).single();
    }
}
