package de.kreislaufstadt.backup;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.start.StartRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Keeps the application from starting on a database that a restore is filling, or has left when it was interrupted. */
@Component
class UnfinishedRestore implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement();
                ResultSet underWay = statement.executeQuery(Aside.UNDER_WAY)) {
            underWay.next();
            if (underWay.getBoolean(1)) {
                throw new StartRefused(Texts.of("backup").german("backup.under-way"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unfinished restore";
    }
}
