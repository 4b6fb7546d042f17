package de.kreislaufstadt.workshop.link;

import de.kreislaufstadt.link.Tokens;
import de.kreislaufstadt.link.Tokens.Content;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs what a link to a page of a workshop says, and reads it back. */
@Component
public class LinkTokens {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String WORKSHOP = "w";
    private static final String INVITATION = "i";

    private final Tokens tokens;

    LinkTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @param lastDay last day on which the token is valid, to its end in Europe/Berlin */
    String sign(Link link, LocalDate lastDay) {
        Map<String, String> claims = new TreeMap<>();
        claims.put(WORKSHOP, link.workshop().toString());
        if (link.invitation() != null) {
            claims.put(INVITATION, link.invitation().toString());
        }
        return tokens.sign(
                link.purpose().path(),
                new Content(link.municipality(), claims),
                lastDay.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** @return what the token says; empty for one that is forged, expired, or meant for something else */
    public Optional<Link> read(LinkPurpose purpose, String token) {
        return tokens.read(purpose.path(), token).flatMap(content -> link(purpose, content));
    }

    private static Optional<Link> link(LinkPurpose purpose, Content content) {
        String workshop = content.claims().get(WORKSHOP);
        String invitation = content.claims().get(INVITATION);
        try {
            return Optional.of(new Link(
                    purpose,
                    content.municipality(),
                    UUID.fromString(workshop == null ? "" : workshop),
                    invitation == null ? null : UUID.fromString(invitation)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
