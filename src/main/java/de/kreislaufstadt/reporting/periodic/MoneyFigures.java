package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.reporting.periodic.ReportContent.Funder;
import de.kreislaufstadt.reporting.periodic.ReportContent.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a report asks about money and posts: plans of records, costs of work packages, and what measures report in rounds. */
final class MoneyFigures {

    /**
     * What measures have reported in rounds, their corrections in place of what they correct; a report counts by the day it
     * describes and once it is frozen. Of each measure and year the newest report speaks that names the year.
     */
    private static final String TOLD = ReportFigures.KNOWN + """
            , told as (
                select r.measure_id, r.id, r.as_of, r.reported_at
                from measure_report r join known k on k.id = r.measure_id
                where r.municipality_id = :municipality and r.kind <> 'OUTSIDE' and r.state = 'REPORTED'
                  and r.frozen_at is not null and r.as_of <= :asOf
                  and not exists (select from measure_report c
                                  where c.municipality_id = r.municipality_id and c.corrects_id = r.id
                                    and c.frozen_at is not null)),
            funded as (
                select f.year, f.funder, case when %s then f.planned end as promised, f.actual as received,
                       rank() over (partition by t.measure_id, f.year order by t.as_of desc, t.reported_at desc) as age
                from told t join known k on k.id = t.measure_id
                join measure_report_funding f on f.municipality_id = :municipality and f.report_id = t.id)
            """.formatted(ReportFigures.STAYING);

    /**
     * Each measure for itself, so that nothing counts twice: its plan is that of its record, and what its report says where the
     * record has none for the year; its spending is what it reports, and what its work packages have cost where it reports
     * nothing for the year. A package that was dropped has cost its part, too.
     */
    static final String MONEY = TOLD + """
            , spoken as (
                select t.measure_id, y.*, rank() over (partition by t.measure_id, y.year
                                                       order by t.as_of desc, t.reported_at desc) as age
                from told t join measure_report_year y on y.municipality_id = :municipality and y.report_id = t.id),
            said as (
                select k.id as measure_id, p.year, p.amount as plan, cast(null as numeric) as package,
                       cast(null as numeric) as planned_cost, cast(null as numeric) as actual_cost,
                       cast(null as numeric) as planned_posts, cast(null as numeric) as actual_posts
                from measure_finance_plan p join known k on k.version_id = p.version_id
                where p.municipality_id = :municipality and %1$s
                union all
                select w.measure_id, cast(extract(year from w.ends_on) as integer), null, w.actual_cost, null, null, null, null
                from work_package w join known k on k.id = w.measure_id
                where w.municipality_id = :municipality and w.actual_cost is not null and w.changed_at < :end
                union all
                select s.measure_id, s.year, null, null, case when %1$s then s.planned_cost end, s.actual_cost,
                       case when %1$s then s.planned_posts end, s.actual_posts
                from spoken s join known k on k.id = s.measure_id where s.age = 1),
            of_measure as (
                select year, coalesce(sum(plan), sum(planned_cost)) as planned, coalesce(sum(actual_cost), sum(package)) as spent,
                       sum(planned_posts) as posts, sum(actual_posts) as filled
                from said group by measure_id, year),
            of_year as (
                select year, sum(planned) as planned, sum(spent) as spent, sum(posts) as posts, sum(filled) as filled
                from of_measure group by year),
            given as (
                select year, sum(promised) as promised, sum(received) as received from funded where age = 1 group by year)
            select coalesce(y.year, g.year) as year, y.planned, y.spent, g.promised, g.received, y.posts, y.filled
            from of_year y full join given g on g.year = y.year
            order by 1 nulls last
            """.formatted(ReportFigures.STAYING);

    static final String FUNDERS = TOLD + """
            select year, funder, sum(promised) as promised, sum(received) as received
            from funded where age = 1 group by year, funder order by year, funder
            """;

    private MoneyFigures() {}

    static Money money(ResultSet row, int index) throws SQLException {
        return new Money(
                row.getObject("year", Integer.class),
                row.getBigDecimal("planned"),
                row.getBigDecimal("spent"),
                row.getBigDecimal("promised"),
                row.getBigDecimal("received"),
                row.getBigDecimal("posts"),
                row.getBigDecimal("filled"));
    }

    static Funder funder(ResultSet row, int index) throws SQLException {
        return new Funder(
                row.getInt("year"),
                row.getString("funder"),
                row.getBigDecimal("promised"),
                row.getBigDecimal("received"));
    }
}
