package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.PublishedComponents.PublishedComponent.Section;
import de.kreislaufstadt.association.round.DraftComponent.Draft;
import de.kreislaufstadt.form.Problems;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Short names of sections, by which comments find their passage and versions can be compared. */
final class Anchors {

    private static final int LONGEST = 60;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Anchors() {}

    /** @return the sections, each with a short name of its own; wrong and double ones are noted */
    static List<Section> given(List<Draft> drafts, Problems problems) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            String anchor = drafts.get(i).anchor();
            if (anchor != null) {
                String field = "sections[" + i + "].anchor";
                problems.check(SHAPE.matcher(anchor).matches(), field, "association.round.draft.anchor")
                        .check(taken.add(anchor), field, "association.round.draft.anchorTwice", anchor);
            }
        }
        List<Section> sections = new ArrayList<>();
        for (Draft draft : drafts) {
            String anchor = draft.anchor() == null ? free(of(draft.heading()), taken) : draft.anchor();
            sections.add(new Section(anchor, draft.heading(), draft.text()));
        }
        return sections;
    }

    private static String of(String heading) {
        String plain = heading.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String letters = ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
                .replaceAll("");
        String joined = EDGES.matcher(OTHER.matcher(letters).replaceAll("-")).replaceAll("");
        return joined.isEmpty() ? "abschnitt" : cut(joined, LONGEST);
    }

    private static String free(String wanted, Set<String> taken) {
        String anchor = wanted;
        for (int i = 2; !taken.add(anchor); i++) {
            String number = "-" + i;
            anchor = cut(wanted, LONGEST - number.length()) + number;
        }
        return anchor;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
