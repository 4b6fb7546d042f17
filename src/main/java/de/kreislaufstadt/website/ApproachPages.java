package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.Approach.Membership;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.released.ReleasedApproach;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Pages about the model approach bear the name of the association, where a page of a municipality bears that of the municipality. */
@Component
class ApproachPages {

    private final ReleasedApproach released;
    private final Pages pages;

    ApproachPages(ReleasedApproach released, Pages pages) {
        this.released = released;
        this.pages = pages;
    }

    /** What a component has to show. */
    @FunctionalInterface
    interface OfComponent {

        /** @param versions the newest first */
        Optional<Body> body(Approach approach, ApproachComponent component, List<ApproachVersion> versions);
    }

    /** @return what the association shows; empty if there is none */
    Optional<Body> of(Function<Approach, Body> making) {
        return released.approach().map(making);
    }

    /** @return what is shown of the component that an address names so; empty if there is none */
    Optional<Body> of(String slug, OfComponent making) {
        return released.approach()
                .flatMap(approach -> ApproachComponent.ofSlug(slug)
                        .flatMap(component ->
                                making.body(approach, component, ApproachView.of(component, released.versions()))));
    }

    /** @return what a page of a municipality says of the model approach; empty where nobody shares one here */
    Optional<Shared> shared(String municipality) {
        return released.approach()
                .map(approach -> new Shared(
                        approach.name(),
                        approach.membersOn(pages.words().today()).stream()
                                .filter(member -> member.municipality().equals(municipality))
                                .findFirst()
                                .orElse(null)));
    }

    /**
     * What a municipality shares with others.
     *
     * @param association its name
     * @param membership of today; null if it is none
     */
    public record Shared(String association, Membership membership) {}

    Pages.Page page(String template, Locale language, String address, Approach approach) {
        return pages.page(template, language, address, null)
                .with("approach", approach)
                .with("feed", new Links(null, language).feedOfApproach())
                .with("preview", pages.absolute(new Links(null, language).in(PublicAddresses.previewOfApproach())));
    }
}
