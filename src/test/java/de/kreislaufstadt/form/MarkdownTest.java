package de.kreislaufstadt.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people typed appears in a form as they typed it. */
class MarkdownTest {

    @Test
    void markupOfAnyKindIsShownAndNotObeyed() {
        assertThat(Markdown.escape("<script>alert('x')</script> & [Klick](javascript:x)"))
                .isEqualTo("&lt;script&gt;alert'x'&lt;\\/script&gt; &amp; \\[Klick\\]\\(javascript\\:x\\)"
                        .replace("alert'x'", "alert\\('x'\\)"));
        assertThat(Markdown.escape("# Titel **fett** {{geheim}}"))
                .isEqualTo("\\# Titel \\*\\*fett\\*\\* \\{\\{geheim\\}\\}");
        assertThat(Markdown.escape(null)).isEmpty();
    }

    @Test
    void aTextCannotLeaveItsCell() {
        assertThat(Markdown.table(List.of("A", "B"), List.of(List.of("eins | zwei", "drei\nvier"))))
                .isEqualTo("| A | B |\n| --- | --- |\n| eins \\| zwei | drei<br>vier |\n");
        assertThat(Markdown.table(List.of("A"), List.of())).isEmpty();
        assertThat(Markdown.list(List.of("1. Punkt", "- Strich"))).isEqualTo("- 1\\. Punkt\n- \\- Strich\n");
    }
}
