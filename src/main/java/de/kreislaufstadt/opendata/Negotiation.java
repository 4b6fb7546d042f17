package de.kreislaufstadt.opendata;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which of the formats there are a reader wants (RFC 9110, 12.5.1). */
final class Negotiation {

    private Negotiation() {}

    /**
     * @param accept value of the header; null or empty for anything
     * @param offered formats in the order in which they are given to those who do not mind
     * @return the one that is wanted most; empty if none is, or nobody can tell
     */
    static Optional<MediaType> best(String accept, List<MediaType> offered) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            // Of equals, the first that was offered.
            return offered.stream()
                    .filter(type -> quality(type, wanted) > 0)
                    .min(Comparator.comparingDouble(type -> -quality(type, wanted)));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    /** What is said of a type most precisely holds. */
    private static double quality(MediaType type, List<MediaType> wanted) {
        return wanted.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(Negotiation::precision))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int precision(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}
