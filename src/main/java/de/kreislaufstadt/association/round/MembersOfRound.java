package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.round.RequestTable.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Brings the requests of a round in line with who is a member today and can be reached; each question is one statement. */
@Repository
class MembersOfRound {

    /** Role of the department of a city that answers for it. */
    static final String COORDINATION = "ASSOCIATION_COORDINATION";

    /** Members of today with the reason why nobody there can be given a task; null where somebody can. */
    private static final String REACH = """
            reach as (
                select m.municipality_id, m.id, m.name, m.member_key, c.id as city,
                       case when c.id is null then 'NOT_HERE'
                            when c.valid_until < :today then 'ENDED'
                            when not exists (
                                select from department_role dr
                                join department d on d.municipality_id = dr.municipality_id and d.key = dr.department
                                where dr.municipality_id = c.id and dr.role = :role
                                  and (d.valid_until is null or d.valid_until >= :today or d.successor is not null))
                            then 'NO_COORDINATOR' end as why
                from association_member m left join municipality c on c.id = m.member_key
                where m.municipality_id = :office and m.joined <= :today and (m.last_day is null or m.last_day >= :today))
            """;

    private final JdbcClient jdbc;

    MembersOfRound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Plans a request for every member of the day that has none. Who left, came back and had answered before is not asked twice.
     *
     * @return names of those who were added
     */
    List<String> plan(String office, UUID round, LocalDate today) {
        List<String> added = jdbc.sql("with " + REACH + """
                        , planned as (
                            insert into component_request (id, municipality_id, round_id, member_id, member_municipality, state,
                                                           unreachable)
                            select gen_random_uuid(), municipality_id, :round, id, city,
                                   case when why is null then 'PLANNED' else 'UNREACHABLE' end, why
                            from reach
                            where not exists (
                                select from component_request r
                                join association_member a on a.municipality_id = r.municipality_id and a.id = r.member_id
                                where r.municipality_id = reach.municipality_id and r.round_id = :round
                                  and (r.member_id = reach.id
                                       or a.member_key = reach.member_key and r.state in ('ANSWERED', 'NO_COMMENT')))
                            returning member_id)
                        select name from reach where id in (select member_id from planned) order by name
                        """)
                .param("office", office)
                .param("round", round)
                .param("today", today)
                .param("role", COORDINATION)
                .query(String.class)
                .list();
        enterMatters(office, round);
        return added;
    }

    /** Plans requests of members who could not be reached and now can; says of the others why they still cannot. */
    void makeGood(String office, UUID round, LocalDate today) {
        jdbc.sql("with " + REACH + """
                        update component_request r
                        set state = case when why is null then 'PLANNED' else 'UNREACHABLE' end, unreachable = why,
                            member_municipality = city, instance_id = null
                        from reach
                        where r.municipality_id = reach.municipality_id and r.member_id = reach.id and r.round_id = :round
                          and r.state = 'UNREACHABLE' and r.unreachable is distinct from why
                        """)
                .param("office", office)
                .param("round", round)
                .param("today", today)
                .param("role", COORDINATION)
                .update();
        enterMatters(office, round);
    }

    /** @return requests without answer of those who are no members any more; their state is changed already */
    List<Request> left(String office, UUID round, LocalDate today) {
        return jdbc.sql("""
                        update component_request r set state = 'LEFT', unreachable = null
                        from association_member m
                        where m.municipality_id = r.municipality_id and m.id = r.member_id
                          and r.municipality_id = :office and r.round_id = :round
                          and r.state in ('PLANNED', 'OPEN', 'UNREACHABLE') and (m.last_day < :today or m.joined > :today)
                        returning r.*, m.name
                        """)
                .param("office", office)
                .param("round", round)
                .param("today", today)
                .query(RequestTable::request)
                .list();
    }

    /** @return requests without answer of cities whose last day is over; their state is changed already */
    List<Request> ended(String office, UUID round, LocalDate today) {
        return jdbc.sql("""
                        update component_request r set state = 'UNREACHABLE', unreachable = 'ENDED'
                        from association_member m, municipality c
                        where m.municipality_id = r.municipality_id and m.id = r.member_id and c.id = r.member_municipality
                          and r.municipality_id = :office and r.round_id = :round
                          and r.state in ('PLANNED', 'OPEN') and c.valid_until < :today
                        returning r.*, m.name
                        """)
                .param("office", office)
                .param("round", round)
                .param("today", today)
                .query(RequestTable::request)
                .list();
    }

    /** The task of a request is about the request, in the member's own tenant. */
    private void enterMatters(String office, UUID round) {
        jdbc.sql("""
                        insert into matter (municipality_id, id, kind)
                        select member_municipality, id, 'COMPONENT_COMMENT' from component_request
                        where municipality_id = :office and round_id = :round and state = 'PLANNED'
                        on conflict do nothing
                        """).param("office", office).param("round", round).update();
    }
}
