package de.kreislaufstadt.form;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The German texts of one module, for what a form shows besides its own labels (prefilled tables, names of choices). */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * @param module name of the module, which is the name of its message file
     * @throws java.util.MissingResourceException if there is no such file
     */
    public static Texts of(String module) {
        // The root bundle is the German one; asking for it keeps the server's own language out.
        return new Texts(ResourceBundle.getBundle("messages." + module, Locale.ROOT));
    }

    /**
     * @param key key in the message file
     * @param arguments values of its placeholders
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.GERMANY).format(arguments);
    }

    /** @return the text of a key, or the fallback where the module has none (codes from configurable tables) */
    public String getOr(String key, String fallback) {
        return bundle.containsKey(key) ? get(key) : fallback;
    }

    /** @return name of a choice, kept under {@code <prefix>.<constant>}; empty for null */
    public String name(String prefix, Enum<?> choice) {
        return choice == null ? "" : get(prefix + "." + choice.name());
    }
}
