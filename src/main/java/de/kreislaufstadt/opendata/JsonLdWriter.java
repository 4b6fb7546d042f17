package de.kreislaufstadt.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/**
 * Writes JSON-LD 1.1 resource by resource: one node object for each run of statements with the same subject, all in one
 * {@code @graph}. The library's own writer collects everything first. A resource that is spoken of twice gets two node objects, which
 * readers put together.
 */
final class JsonLdWriter extends AbstractRDFHandler {

    private static final String ID = "@id";

    private final JsonGenerator json;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<IRI, List<Value>> said = new LinkedHashMap<>();
    private Resource subject;

    /** @param out is not closed */
    JsonLdWriter(OutputStream out) throws IOException {
        this.json = DataJson.MAPPER.getFactory().createGenerator(out);
    }

    @Override
    public void handleNamespace(String prefix, String uri) {
        prefixes.put(prefix, uri);
    }

    @Override
    public void handleStatement(Statement statement) {
        if (!statement.getSubject().equals(subject)) {
            written(this::endSubject);
            subject = statement.getSubject();
        }
        said.computeIfAbsent(statement.getPredicate(), key -> new ArrayList<>()).add(statement.getObject());
    }

    @Override
    public void startRDF() {
        subject = null;
    }

    @Override
    public void endRDF() {
        written(() -> {
            endSubject();
            start();
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
        });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new RDFHandlerException(e);
        }
    }

    /** Once, when all prefixes are known. */
    private void start() throws IOException {
        if (!json.getOutputContext().inRoot()) {
            return;
        }
        json.writeStartObject();
        json.writeObjectFieldStart("@context");
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            json.writeStringField(prefix.getKey(), prefix.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("@graph");
    }

    private void endSubject() throws IOException {
        if (subject == null) {
            return;
        }
        start();
        json.writeStartObject();
        json.writeStringField(ID, subject.stringValue());
        for (Map.Entry<IRI, List<Value>> property : said.entrySet()) {
            boolean type = property.getKey().equals(RDF.TYPE);
            json.writeArrayFieldStart(type ? "@type" : compact(property.getKey()));
            for (Value value : property.getValue()) {
                if (type) {
                    json.writeString(compact((IRI) value));
                } else {
                    object(value);
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        said.clear();
    }

    private void object(Value value) throws IOException {
        json.writeStartObject();
        if (value instanceof Literal literal) {
            json.writeStringField("@value", literal.getLabel());
            if (literal.getLanguage().isPresent()) {
                json.writeStringField("@language", literal.getLanguage().get());
            } else if (!XSD.STRING.equals(literal.getDatatype())) {
                json.writeStringField("@type", compact(literal.getDatatype()));
            }
        } else {
            json.writeStringField(ID, value.stringValue());
        }
        json.writeEndObject();
    }

    private String compact(IRI iri) {
        return prefixes.entrySet().stream()
                .filter(prefix -> prefix.getValue().equals(iri.getNamespace()))
                .map(prefix -> prefix.getKey() + ":" + iri.getLocalName())
                .findFirst()
                .orElse(iri.stringValue());
    }
}
