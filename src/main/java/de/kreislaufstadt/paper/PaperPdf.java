package de.kreislaufstadt.paper;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.MimeConstants;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.fop.events.Event;
import org.apache.fop.events.model.EventSeverity;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** A paper as PDF that everybody can read: tagged, with its language, its fonts and words for its charts (PDF/UA-1). */
@Component
public class PaperPdf {

    private static final Texts TEXTS = Texts.of("report");

    /** A place that does not exist: charts ask for one, and nothing is ever opened there, see {@link PaperFonts}. */
    private static final URI BASE = URI.create("file:///report/");

    private final ITemplateEngine templates;
    private final PaperCharts charts;
    private final FopFactory factory;

    PaperPdf(ITemplateEngine templates, PaperCharts charts) throws IOException, ConfigurationException {
        this.templates = templates;
        this.charts = charts;
        PaperFonts fonts = new PaperFonts();
        try (InputStream settings = getClass().getResourceAsStream("/templates/report/fop.xml")) {
            this.factory = new FopFactoryBuilder(BASE, fonts)
                    .setConfiguration(new DefaultConfigurationBuilder().build(settings))
                    .build();
        }
        // Reading its settings it turns to the disk for fonts, whatever else opens files.
        factory.getFontManager()
                .setResourceResolver(ResourceResolverFactory.createInternalResourceResolver(BASE, fonts));
    }

    @Bean
    static SpringResourceTemplateResolver paperTemplates(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.getResolvablePatternSpec().addPattern("report/*.xml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(5);
        return resolver;
    }

    /**
     * Sets a paper in the language of its reader.
     *
     * @throws IllegalStateException if the result would not be readable for everybody, or the paper cannot be set
     */
    public void write(Paper paper, OutputStream out) {
        write(paper, null, out);
    }

    /**
     * Sets a paper in the language of its reader, as of a moment: the same paper is the same file, whenever it is asked for.
     *
     * @param made the moment that the file names
     * @return PDF
     * @throws IllegalStateException if the result would not be readable for everybody, or the paper cannot be set
     */
    public byte[] set(Paper paper, Instant made) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(paper, made, file);
        return SameFile.of(file.toByteArray());
    }

    private void write(Paper paper, Instant made, OutputStream out) {
        Locale language = ReadersLanguage.current();
        List<String> drawn = paper.sections().stream()
                .map(section -> section.chart() == null ? "" : charts.draw(section.chart()))
                .toList();
        String document = templates.process(
                "report/paper.xml",
                new Context(language, Map.of("paper", paper, "charts", drawn, "cells", new PaperCells())));
        try {
            FOUserAgent agent = factory.newFOUserAgent();
            agent.setProducer("Kreislaufstadt");
            if (made != null) {
                agent.setCreationDate(Date.from(made));
            }
            agent.getEventBroadcaster().addEventListener(PaperPdf::refuseFaults);
            Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
            TransformerFactory transformers = TransformerFactory.newDefaultInstance();
            transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = transformers.newTransformer();
            transformer.transform(
                    new StreamSource(new StringReader(document)),
                    new SAXResult(new PaperCharacters(fop.getDefaultHandler(), TEXTS.get("report.unprintable"))));
        } catch (FOPException | TransformerException e) {
            throw new IllegalStateException("The report could not be set", e);
        }
    }

    /** A fault that is only logged would be a page with something missing that nobody notices. */
    private static void refuseFaults(Event event) {
        if (Stream.of(EventSeverity.ERROR, EventSeverity.FATAL).anyMatch(event.getSeverity()::equals)) {
            throw new IllegalStateException("The report could not be set: " + event.getEventID());
        }
    }
}
