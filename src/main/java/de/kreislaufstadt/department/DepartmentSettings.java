package de.kreislaufstadt.department;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this module.
 *
 * @param municipalities locations of the municipalities' files, e.g. {@code /etc/kreislaufstadt/muenster.yaml}
 * @param initialPassword password that new people get; without it an administrator sets one
 */
@ConfigurationProperties("kreislaufstadt")
record DepartmentSettings(List<String> municipalities, String initialPassword) {

    DepartmentSettings {
        municipalities = municipalities == null ? List.of() : List.copyOf(municipalities);
        initialPassword = initialPassword == null || initialPassword.isBlank() ? null : initialPassword;
    }

    @Override
    public String toString() {
        return "DepartmentSettings" + municipalities;
    }
}
