package de.kreislaufstadt.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SignableRecords implements SignableRecord {

    private final JdbcClient jdbc;
    private final VersionReader versions;
    private final MeasureView view;
    private final ObjectMapper json;

    SignableRecords(JdbcClient jdbc, VersionReader versions, MeasureView view, ObjectMapper json) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.view = view;
        this.json = json;
    }

    @Override
    public Touches touches(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select v.circular_fields,
                               v.budget_relation in ('CITY_INVESTMENT', 'CITY_OPERATING')
                               and (exists (select from measure_finance_plan p
                                            where p.municipality_id = v.municipality_id and p.version_id = v.id
                                              and p.amount > 0)
                                    or exists (select from reported_value c
                                               where c.municipality_id = v.municipality_id and c.owner_id = v.id
                                                 and c.field = 'cost'
                                                 and (c.number > 0 or c.range_to > 0))) as city_budget
                        from measure_version v where v.municipality_id = :municipality and v.measure_id = :measure
                        order by v.version desc limit 1
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(SignableRecords::touches)
                .single();
    }

    private static Touches touches(ResultSet row, int index) throws SQLException {
        Set<CircularField> fields = EnumSet.noneOf(CircularField.class);
        Arrays.stream((String[]) row.getArray("circular_fields").getArray())
                .map(CircularField::valueOf)
                .forEach(fields::add);
        return new Touches(fields, row.getBoolean("city_budget"));
    }

    @Override
    public Fixed fixed(String municipality, UUID measureId) {
        Version current = versions.current(municipality, measureId);
        try {
            byte[] stated = json.writeValueAsString(
                            List.of(measureId, current.version(), current.lead(), current.record(), current.source()))
                    .getBytes(StandardCharsets.UTF_8);
            return new Fixed(
                    current.version(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(stated)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String text(String municipality, UUID measureId) {
        return view.proposal(municipality, measureId);
    }
}
