package de.kreislaufstadt.question;

import de.kreislaufstadt.department.MailAddress;
import de.kreislaufstadt.form.StorableText;
import de.kreislaufstadt.question.Questions.Asked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has typed, without what browsers and fingers add.
 *
 * @param mail null where no answer is wanted by mail
 */
record Checked(String text, String mail, Map<String, String> problems) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    static Checked of(Asked asked) {
        String text = Optional.ofNullable(asked.text())
                .map(typed -> typed.replaceAll("\\r\\n?", "\n").strip())
                .orElse("");
        String mail = Optional.ofNullable(asked.mail())
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .orElse(null);
        Map<String, String> problems = new LinkedHashMap<>();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            problems.put("text", "question.text.short");
        } else if (length > LONGEST) {
            problems.put("text", "question.text.long");
        } else if (!text.codePoints().allMatch(StorableText::takes)) {
            problems.put("text", "question.text.characters");
        }
        if (mail != null && !MailAddress.isValid(mail)) {
            problems.put("mail", "question.mail.invalid");
        }
        return new Checked(text, mail, problems);
    }
}
