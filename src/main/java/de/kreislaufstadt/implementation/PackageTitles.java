package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TitlesInTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Work packages by code and title. */
@Component
class PackageTitles extends TitlesInTable {

    private final Texts texts = Texts.of("implementation");

    PackageTitles(NamedParameterJdbcTemplate jdbc) {
        super(jdbc, "packageId", "work_package", "code, title");
    }

    @Override
    protected String title(ResultSet row) throws SQLException {
        return texts.get("implementation.package.item", row.getString("code"), row.getString("title"));
    }
}
