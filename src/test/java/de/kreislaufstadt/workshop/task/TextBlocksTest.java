package de.kreislaufstadt.workshop.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBlocksTest {

    @Test
    void whatPeopleTypeStaysText() {
        assertThat(new TextBlocks()
                        .paragraph("<img src=x onerror=alert(1)> **fett** [Link](https://x)")
                        .toString())
                .doesNotContain("<", "**", "](")
                .contains("&lt;img");
    }

    @Test
    void linesStayInTheirParagraph() {
        assertThat(new TextBlocks().labelled("Ziel", "eins\n\n# zwei\r\n- drei").toString())
                .isEqualTo("**Ziel:** eins<br><br>\\# zwei<br>\\- drei");
    }
}
