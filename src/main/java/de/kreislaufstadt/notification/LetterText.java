package de.kreislaufstadt.notification;

import de.kreislaufstadt.department.Municipalities;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Text and HTML of a letter, one language below the other: nobody knows which one somebody without account reads. */
@Component
class LetterText {

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final Municipalities municipalities;

    LetterText(MessageSource messages, ITemplateEngine templates, Municipalities municipalities) {
        this.messages = messages;
        this.templates = templates;
        this.municipalities = municipalities;
    }

    record Content(String text, String html) {}

    Content of(String municipality, Letter letter) {
        String city = municipalities.nameOf(municipality);
        String contact = municipalities.look(municipality).contact();
        List<LetterPage> pages = letter.parts().stream()
                .map(part -> new LetterPage(part, footer(letter, city, contact, part), below(part)))
                .toList();
        Context context = new Context(
                letter.parts().get(0).language(),
                Map.of(
                        "language", letter.parts().get(0).language().getLanguage(),
                        "subject", letter.subject(),
                        "pages", pages));
        return new Content(
                templates.process(new TemplateSpec("mail/letter.txt", TemplateMode.TEXT), context),
                templates.process(new TemplateSpec("mail/letter.html", TemplateMode.HTML), context));
    }

    private String footer(Letter letter, String city, String contact, Letter.Part part) {
        String key = letter.replyTo() == null ? "letter.footer" : "letter.footer.reply";
        String footer = messages.getMessage(key, new Object[] {city, letter.replyTo()}, part.language());
        return contact == null ? footer : footer + "\n" + contact;
    }

    private String below(Letter.Part part) {
        return messages.getMessage("letter.below", null, part.language());
    }
}
