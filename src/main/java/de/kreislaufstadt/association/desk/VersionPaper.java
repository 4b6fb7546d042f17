package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.ComponentPaper;
import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.desk.ComponentRows.Answered;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.paper.Paper;
import de.kreislaufstadt.paper.Paper.Section;
import de.kreislaufstadt.paper.Paper.Table;
import de.kreislaufstadt.paper.PaperPdf;
import de.kreislaufstadt.paper.PaperText;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A published version as a document: its text, who adopted it, what changed, and how comments were answered. */
@Service
class VersionPaper implements ComponentPaper {

    private static final String PREFIX = "association.desk.paper.";

    private final Texts texts = Texts.of("association");
    private final Texts components = Texts.of("measure");
    private final Association association;
    private final PublishedComponents published;
    private final ComponentRows rows;
    private final Comparison comparison;
    private final PaperPdf pdf;

    VersionPaper(
            Association association,
            PublishedComponents published,
            ComponentRows rows,
            Comparison comparison,
            PaperPdf pdf) {
        this.association = association;
        this.published = published;
        this.rows = rows;
        this.comparison = comparison;
        this.pdf = pdf;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Document> pdf(ModelComponent component, int version, Locale language) {
        return published
                .version(component, version)
                .map(found -> ReadersLanguage.in(language, () -> new Document(name(found), set(found))));
    }

    private byte[] set(PublishedComponent version) {
        return pdf.set(
                paper(version),
                version.publishedOn().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** @return the version in the language of its reader */
    Paper paper(PublishedComponent version) {
        Association.Office office = association.office().orElseThrow(NoSuchComponent::new);
        List<Section> sections = new ArrayList<>();
        version.sections()
                .forEach(section ->
                        sections.add(Section.of(section.heading(), List.of(), PaperText.of(section.text()))));
        sections.add(changes(version));
        sections.add(comments(office, version));
        return new Paper(
                ReadersLanguage.current().getLanguage(),
                texts.get(PREFIX + "title", components.name("measure.modelComponent", version.component())),
                office.name(),
                facts(version),
                null,
                null,
                List.copyOf(sections));
    }

    private List<String> facts(PublishedComponent version) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.get(PREFIX + "version", Integer.toString(version.version())));
        facts.add(texts.get(PREFIX + "adopted", version.adoptedBy(), ReadersLanguage.day(version.adoptedOn())));
        facts.add(texts.get(PREFIX + "published", ReadersLanguage.day(version.publishedOn())));
        if (version.withdrawnOn() != null) {
            facts.add(texts.get(
                    PREFIX + "withdrawn", ReadersLanguage.day(version.withdrawnOn()), version.withdrawnReason()));
        }
        return List.copyOf(facts);
    }

    private Section changes(PublishedComponent version) {
        String title = texts.get(PREFIX + "changes");
        Optional<PublishedComponent> before = published.versions(version.component()).stream()
                .filter(other -> other.version() < version.version())
                .findFirst();
        if (before.isEmpty()) {
            return Section.of(title, List.of(version.changeSummary(), texts.get(PREFIX + "first")), List.of());
        }
        return new Section(
                title,
                title,
                List.of(version.changeSummary()),
                null,
                new Table(
                        texts.get(
                                PREFIX + "changes.table",
                                Integer.toString(before.get().version())),
                        List.of(texts.get(PREFIX + "section"), texts.get(PREFIX + "change")),
                        List.of(70, 30),
                        comparison.between(before.get().sections(), version.sections()).stream()
                                .map(difference -> Arrays.<Object>asList(difference.heading(), difference.label()))
                                .toList()));
    }

    private Section comments(Association.Office office, PublishedComponent version) {
        Map<String, Integer> answers =
                rows.answersOfVersion(office.municipality(), version.component(), version.version()).stream()
                        .filter(answered -> answered.answer() != null)
                        .collect(Collectors.toMap(Answered::answer, Answered::comments));
        String title = texts.get(PREFIX + "comments");
        return new Section(
                title,
                title,
                List.of(texts.get(
                        PREFIX + "comments.sum",
                        Integer.toString(version.commented()),
                        Integer.toString(version.members()),
                        Integer.toString(version.comments()))),
                null,
                new Table(
                        texts.get(PREFIX + "comments.table"),
                        List.of(texts.get(PREFIX + "answer"), texts.get(PREFIX + "count")),
                        List.of(70, 30),
                        Arrays.stream(AnswerDesk.Kinds.values())
                                .map(kind -> Arrays.<Object>asList(
                                        texts.get("association.desk.answer." + kind),
                                        answers.getOrDefault(kind.name(), 0)))
                                .toList()));
    }

    private static String name(PublishedComponent version) {
        String component =
                version.component().label().toLowerCase(Locale.GERMAN).replaceAll("[^a-z]+", "-");
        return "modellansatz-" + component + "-fassung-" + version.version() + ".pdf";
    }
}
