package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String USER = "wfm-sachbearbeitung";
    private static final String NAME = "Sachbearbeitung Wirtschaftsförderung";

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @CsvSource({
        "'', short",
        "elf Zeichen, short",
        "Password1234, common",
        "passwort1234, common",
        "qwertzuiop123, common",
        "123456789012, common",
        "aaaaaaaaaaaaaaaaaaaaaaaa, common",
        "abcabcabcabcabc, common",
        "Kreislaufstadt2026, common",
        "Wirtschaftsförderung, common",
        "so WFM-Sachbearbeitung 4711 so, name"
    })
    void whatIsGuessedFirstIsRefused(String password, String reason) {
        assertThat(rules.objection(password, USER, NAME)).contains("credential.password." + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tulpe regal dampfer nebel",
                "zwölf Zeichen und ein Umlaut",
                "🦊🚲🌧🧀🏰🎺🧩🪴🛶🔭🧦🪁",
                "kqzv wmxr tplb",
            })
    void whatIsLongAndUnlikelyIsTakenWithoutDigitsOrCapitals(String password) {
        assertThat(rules.objection(password, USER, NAME)).isEmpty();
    }

    @Test
    void longPasswordsAreTakenAndEndlessOnesAreNot() {
        String sentence = "Der Dampfer trägt 31 Regale nach Wladiwostok. ";
        assertThat(rules.objection(sentence.repeat(4), USER, NAME)).isEmpty();
        assertThat(rules.objection(sentence.repeat(5), USER, NAME)).contains("credential.password.long");
    }
}
