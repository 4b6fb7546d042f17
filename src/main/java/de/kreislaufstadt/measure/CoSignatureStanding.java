package de.kreislaufstadt.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How departments have signed a proposal; answered by the module that gathers their signatures. */
public interface CoSignatureStanding {

    /** @return the last round about the measure; empty where nobody has to sign what it is now */
    Optional<Standing> standing(String municipality, UUID measureId);

    /** @return every round about the measure for its page, the latest first, each with who has signed and who has not */
    List<Map<String, Object>> rounds(String municipality, UUID measureId);

    /**
     * @param text who signed how, in Markdown
     * @param whole whether everybody who was asked has signed and the record has not changed since
     */
    record Standing(String text, boolean whole) {}
}
