package org.plumbline.research.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesWordsAndAttributes() {
        assertThat(written(Html.tag("q", "a<b> & \"c\" 'd'").with("title", "\"><script>")))
                .isEqualTo("<q title=\"&quot;&gt;&lt;script&gt;\">a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</q>");
    }

    @Test
    void replacesCharactersThatNoPageMayHold() {
        assertThat(written(Html.text("a\u0000\u0001\uD800\uFFFE\uD83D\uDC89b")))
                .isEqualTo("a\uFFFD\uFFFD\uFFFD\uFFFD\uD83D\uDC89b");
    }

    @Test
    void refusesLinksOtherThanToHttpsOrThePage() {
        for (String address :
                new String[] {"javascript:alert(1)", "http://a.example", "//a.example", "data:,x", " #x"}) {
            assertThatThrownBy(() -> Html.tag("a", "x").with("href", address))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesScriptsHandlersAndInlineStyles() {
        assertThatThrownBy(() -> Html.tag("script", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.tag("p", "x").with("onclick", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.tag("p", "x").with("style", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(Html html) {
        StringBuilder page = new StringBuilder();
        html.write(page);
        return page.toString();
    }
}
