package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void whatPeopleTypeStaysText() {
        assertThat(Markdown.literal("<img src=x onerror=alert(1)> **fett** [Link](https://x)"))
                .doesNotContain("<", "**", "](")
                .contains("&lt;img");
    }

    @Test
    void linesStayInTheirParagraph() {
        assertThat(new Markdown().labelled("Ziel", "eins\n\n# zwei\r\n- drei").toString())
                .isEqualTo("**Ziel:** eins  \n  \\# zwei  \n  \\- drei");
    }
}
