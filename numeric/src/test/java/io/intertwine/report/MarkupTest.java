package io.intertwine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void textAndAttributesAreEscaped() {
        String html = Markup.element("p", "<script>alert('x') & \"y\"</script>", "title", "\"><b>")
                .toString();
        assertThat(html)
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;</p>");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(Markup.ofText("a\u0000b\u001Bc\nd").toString()).isEqualTo("a\uFFFDb\uFFFDc\nd");
    }

    @Test
    void anElementThatIsNotClosedIsAnError() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Markup().add(new Markup().open("p"))).isInstanceOf(IllegalStateException.class);
    }
}
