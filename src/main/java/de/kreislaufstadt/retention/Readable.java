package de.kreislaufstadt.retention;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.measure.EndedRecords.Waiting;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Files that people read: what is stored of a person, and the record of processing activities. */
@Component
class Readable {

    /** What waits for the archive's answer, to be sent to it. */
    record ArchiveList(String responsible, String asOf, List<Waiting> records) {}

    private final ITemplateEngine templates;

    Readable(ITemplateEngine templates) {
        this.templates = templates;
    }

    @Bean
    static SpringResourceTemplateResolver privacyTemplates(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.getResolvablePatternSpec().addPattern("privacy/*.html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(4);
        return resolver;
    }

    String person(PersonFile file) {
        return written("privacy/person.html", "file", file);
    }

    String record(ProcessingRecord record) {
        return written("privacy/record.html", "record", record);
    }

    String archive(ArchiveList list) {
        return written("privacy/archive.html", "list", list);
    }

    private String written(String template, String name, Object value) {
        return templates.process(template, new Context(ReadersLanguage.current(), Map.of(name, value)));
    }
}
