package de.kreislaufstadt.process.engine.watch;

import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.StuckMeasures;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents are few, so that they are counted where they are; the number of a measure is the key of its whole tree. */
@Component
class Incidents implements StuckMeasures {

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> stuck(String municipality) {
        return jdbc.sql("""
                        select distinct e.business_key_ from camunda.act_ru_incident i
                        join camunda.act_ru_execution e on e.id_ = i.proc_inst_id_
                        where i.tenant_id_ = :municipality and e.business_key_ is not null
                        order by 1
                        """)
                .param("municipality", municipality)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, String> instances(String municipality, Collection<String> numbers) {
        Map<String, String> instances = new HashMap<>();
        jdbc.sql("""
                        select e.business_key_, e.id_ from camunda.act_ru_execution e
                        join camunda.act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.tenant_id_ = :municipality and e.business_key_ = any(:numbers) and e.parent_id_ is null
                          and d.key_ = :lifecycle
                        """)
                .param("municipality", municipality)
                .param("numbers", numbers.toArray(String[]::new))
                .param("lifecycle", Lifecycles.PROCESS)
                .query(row -> {
                    instances.put(row.getString(1), row.getString(2));
                });
        return instances;
    }
}
