package de.kreislaufstadt.workshop.link;

import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Component
class SignedLinks implements InvitationLinks {

    /** Long after any evaluation is over; counted from the workshop's day, so that every link to it is the same. */
    private static final Period EVALUATION = Period.ofMonths(12);

    private final LinkTokens tokens;
    private final WorkshopTable workshops;
    private final LinkSettings settings;

    SignedLinks(LinkTokens tokens, WorkshopTable workshops, LinkSettings settings) {
        this.tokens = tokens;
        this.workshops = workshops;
        this.settings = settings;
    }

    @Override
    public URI answer(String municipality, UUID workshop, UUID invitation, LocalDate lastDay) {
        return page(new Link(LinkPurpose.ANSWER, municipality, workshop, invitation), lastDay);
    }

    @Override
    public URI objection(String municipality, UUID workshop, UUID invitation, LocalDate lastDay) {
        return page(new Link(LinkPurpose.OBJECTION, municipality, workshop, invitation), lastDay);
    }

    @Override
    public URI evaluation(String municipality, UUID workshop) {
        LocalDate lastDay = workshops.find(municipality, workshop).date().plus(EVALUATION);
        return page(new Link(LinkPurpose.EVALUATION, municipality, workshop, null), lastDay);
    }

    private URI page(Link link, LocalDate lastDay) {
        return URI.create(base() + "/" + link.purpose().path() + "/" + tokens.sign(link, lastDay));
    }

    /** Without an address in the settings, the one under which the clerk who asks has reached the application. */
    private String base() {
        return settings.baseUrl().isEmpty() && RequestContextHolder.getRequestAttributes() != null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : settings.baseUrl();
    }
}
