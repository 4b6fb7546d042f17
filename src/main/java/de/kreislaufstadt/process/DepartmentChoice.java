package de.kreislaufstadt.process;

import de.kreislaufstadt.form.Option;
import java.util.List;

/** To which departments a task or a question can be sent; answered by the module that owns them. */
public interface DepartmentChoice {

    /** @return the departments valid today, value = key, label = German name, sorted by name */
    List<Option> options(String municipality);

    /** @return whether the department exists and is valid today */
    boolean isCurrent(String municipality, String department);

    /** @return the department that does the department's work today: itself or the last of its successors */
    String currentOf(String municipality, String department);
}
