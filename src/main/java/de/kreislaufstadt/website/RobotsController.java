package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedApproach;
import de.kreislaufstadt.released.ReleasedMeasures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines ask for: they may read everything public, and where it is. */
@RestController
class RobotsController {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Site site;
    private final Pages pages;
    private final MunicipalPages municipalities;
    private final ReleasedMeasures released;
    private final ReleasedApproach approach;

    RobotsController(
            Site site,
            Pages pages,
            MunicipalPages municipalities,
            ReleasedMeasures released,
            ReleasedApproach approach) {
        this.approach = approach;
        this.site = site;
        this.pages = pages;
        this.municipalities = municipalities;
        this.released = released;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        String rules = "User-agent: *\nDisallow: /anmelden\nDisallow: /camunda\nDisallow: /*/frage\n\nSitemap: "
                + pages.absolute("/sitemap.xml") + "\n";
        return site.answer(request, () -> new Body(200, TEXT, rules.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        return site.answer(request, () -> new Body(200, MediaType.APPLICATION_XML, sitemap(), Map.of()));
    }

    private byte[] sitemap() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(NAMESPACE);
            if (approach.approach().isPresent()) {
                approach(xml);
            }
            for (Municipality city : municipalities.all()) {
                url(xml, PublicAddresses.overview(city.id()), null);
                released.each(city.id(), entry -> {
                    try {
                        url(xml, PublicAddresses.measure(city.id(), entry.slug()), entry.releasedAt());
                    } catch (XMLStreamException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void approach(XMLStreamWriter xml) throws XMLStreamException {
        url(xml, PublicAddresses.APPROACH, null);
        url(xml, PublicAddresses.comparison(), null);
        for (ApproachComponent component : ApproachComponent.values()) {
            url(xml, PublicAddresses.component(component.slug()), null);
        }
    }

    private void url(XMLStreamWriter xml, String address, Instant changed) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(pages.absolute(address));
        xml.writeEndElement();
        if (changed != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(changed.toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
