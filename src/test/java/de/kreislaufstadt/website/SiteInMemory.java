package de.kreislaufstadt.website;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.kreislaufstadt.delivery.DeliveryInMemory;
import de.kreislaufstadt.question.Questions;
import de.kreislaufstadt.released.ApproachInMemory;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedInMemory;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.Releasing.Live;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The public pages over what is released in memory, on the second of January 2026: without a database and without a server. */
final class SiteInMemory implements MunicipalPages {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final ReleasedInMemory released;
    final ApproachInMemory approach = new ApproachInMemory();
    final UUID rich = UUID.randomUUID();
    final UUID bare = UUID.randomUUID();

    private final List<Municipality> municipalities = new ArrayList<>();
    private final MockMvc site;

    SiteInMemory() {
        this(new StaticListableBeanFactory());
    }

    SiteInMemory(Questions questions) {
        this(new StaticListableBeanFactory(Map.of("questions", questions)));
    }

    private SiteInMemory(StaticListableBeanFactory beans) {
        ObjectProvider<Questions> questions = beans.getBeanProvider(Questions.class);
        Clock clock = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
        released = new ReleasedInMemory(clock);
        settle(MUNICIPALITY, "Münster");
        Pages pages = new Pages(templates(), clock, "https://klima.example/");
        Nothing nothing = new Nothing(pages, this);
        Site answers = new Site(DeliveryInMemory.of(() -> approach.stamps(released.stamps()), clock), this, nothing);
        Measures measures = new Measures(released);
        ApproachPages approaches = new ApproachPages(approach, pages);
        site = MockMvcBuilders.standaloneSetup(
                        new OverviewController(answers, pages, approaches, released),
                        new MeasureController(answers, measures, pages, approaches, questions),
                        new QuestionController(answers, measures, pages, questions),
                        new PictureController(answers, measures, pages),
                        new VersionController(answers, measures, pages, released),
                        new FeedController(answers, measures, pages, released),
                        new RobotsController(answers, pages, this, released, approach),
                        new ApproachController(answers, approaches, pages, approach, this),
                        new ComponentController(answers, approaches, pages, approach),
                        new TextController(answers, pages, approaches, this))
                .build();
    }

    void settle(String id, String name) {
        municipalities.add(new Municipality(
                id,
                name,
                "05515000",
                null,
                "klima@stadt.example",
                "https://stadt.example",
                new Texts("# Impressum\n\n<script>alert(1)</script>\n\nDer **Oberbürgermeister**", null, null, null)));
    }

    /** Makes reports of the city stale after that long. */
    void stale(Period after) {
        Municipality city = municipalities.remove(0);
        municipalities.add(new Municipality(
                city.id(),
                city.name(),
                city.officialKey(),
                null,
                city.contactMail(),
                city.homepage(),
                city.texts(),
                after,
                city.catalogue(),
                null));
    }

    /** Publishes the two examples; twelve others are decided and wait. */
    SiteInMemory withExamples() {
        release(rich, ReleasedExamples.rich());
        release(bare, ReleasedExamples.bare());
        live(rich, ReleasedExamples.inWorkshops(LocalDate.of(2026, 3, 31)));
        released.unpublished(MUNICIPALITY, 12);
        return this;
    }

    void release(UUID id, ReleasedMeasure measure) {
        released.release(MUNICIPALITY, id, measure, Set.of("DECISION"));
    }

    void live(UUID id, LiveState state) {
        released.live(MUNICIPALITY, List.of(new Live(id, state)));
    }

    MockHttpServletResponse ask(String address) {
        return answer(get(URI.create(address)));
    }

    /** Sends a form. */
    MockHttpServletResponse send(String address, Map<String, String> fields) {
        MockHttpServletRequestBuilder request = post(URI.create(address));
        fields.forEach(request::param);
        return answer(request);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return site.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the text of a page as people read it, without what stands between angle brackets */
    String read(String address) {
        return words(html(address));
    }

    String html(String address) {
        return html(ask(address));
    }

    static String html(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String words(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u00a0]+", " ")
                .replace(" ,", ",");
    }

    @Override
    public List<Municipality> all() {
        return List.copyOf(municipalities);
    }

    @Override
    public Optional<Municipality> find(String id) {
        return municipalities.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Municipality> association() {
        return approach.approach()
                .map(one -> new Municipality(
                        "geschaeftsstelle",
                        one.name(),
                        null,
                        null,
                        "verbund@staedte.example",
                        null,
                        new Texts("Der Verbund, vertreten durch seine Geschäftsstelle", null, null, null)));
    }

    private static SpringTemplateEngine templates() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/website");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new WebsiteTemplates().websiteTemplatesResolver(new StaticApplicationContext()));
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
