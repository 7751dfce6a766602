package org.plumbline.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.research.report.html.HtmlRenderer;
import org.plumbline.research.report.markdown.MarkdownRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// What must hold of every page, whatever words are in the report. The page is read with the JDK's XML parser,
/// which takes well-formed input only.
class PageTest {

    static List<Report> samples() {
        return List.copyOf(SampleReports.all().values());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWellFormedAndHasItsLandmarks(Report report) throws Exception {
        Document page = page(report);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
        for (String one : List.of("h1", "main", "header", "footer", "head", "style")) {
            assertThat(elements(page, one)).as(one).hasSize(1);
        }
        assertThat(elements(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isNotEmpty());
        assertThat(elements(page, "table"))
                .allSatisfy(table -> assertThat(elements(table, "caption")).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void asksForNothingFromAnywhere(Report report) throws Exception {
        Document page = page(report);
        for (Element element : elements(page, "*")) {
            assertThat(element.getTagName())
                    .isNotIn("script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image");
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                assertThat(attributes.item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("src", "srcset", "style", "background", "xlink:href");
            }
        }
        String css = elements(page, "style").getFirst().getTextContent();
        assertThat(css).doesNotContain("url(").doesNotContain("@import").doesNotContain("http");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allowsItsOwnStyleSheetOnly(Report report) throws Exception {
        Document page = page(report);
        String css = elements(page, "style").getFirst().getTextContent();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
        assertThat(elements(page, "meta"))
                .anySatisfy(meta -> assertThat(meta.getAttribute("content"))
                        .startsWith("default-src 'none'; style-src 'sha256-" + digest + "';"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leadsEveryMarkAndLinkToSomethingThatIsThere(Report report) throws Exception {
        Document page = page(report);
        Set<String> ids = new HashSet<>();
        for (Element element : elements(page, "*")) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("id %s twice", id).isTrue();
        }
        for (Element link : elements(page, "a")) {
            String target = link.getAttribute("href");
            if (target.startsWith("#")) {
                assertThat(ids).contains(target.substring(1));
            } else {
                assertThat(target).startsWith("https://");
                assertThat(link.getAttribute("rel")).contains("noopener");
            }
        }
        for (Element button : elements(page, "button")) {
            assertThat(ids).contains(button.getAttribute("popovertarget"));
        }
        long marks = elements(page, "span").stream()
                .filter(span -> span.getAttribute("class").equals("cite"))
                .count();
        assertThat(marks)
                .isGreaterThanOrEqualTo(
                        report.ledger().isEmpty() ? 0 : report.evidence().size());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void showsEveryClaimToTheLetterInItsContext(Report report) throws Exception {
        Document page = page(report);
        List<String> contexts = elements(page, "blockquote").stream()
                .map(Element::getTextContent)
                .toList();
        List<String> quotes =
                elements(page, "mark").stream().map(Element::getTextContent).toList();
        for (LedgerEntry claim : report.ledger()) {
            assertThat(quotes).contains(allowed(claim.wording()));
            assertThat(contexts).contains(allowed(claim.quotes().getFirst().context()));
        }
        for (Statement statement : report.statements()) {
            if (statement instanceof Quoted quoted) {
                assertThat(elements(page, "q").stream().map(Element::getTextContent))
                        .contains(allowed(report.claim(quoted.claimId()).wording()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rendersTheSameBytesInEveryLocale(Report report) {
        String page = HtmlRenderer.render(report);
        String markdown = MarkdownRenderer.render(report);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(HtmlRenderer.render(report)).isEqualTo(page);
            assertThat(MarkdownRenderer.render(report)).isEqualTo(markdown);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void showsHostileWordsAsWords() throws Exception {
        Document page = page(SampleReports.hostile());
        assertThat(elements(page, "h1").getFirst().getTextContent())
                .isEqualTo(
                        "Question <script>alert(\"1\")</script>]]>&amp;<!-- | `x` *y* [z](javascript:alert(1)) \uFFFD");
        assertThat(elements(page, "b")).isEmpty();
    }

    @Test
    void setsSuperscriptsWithoutChangingTheWords() throws Exception {
        Document page = page(SampleReports.answered());
        assertThat(elements(page, "sup"))
                .isNotEmpty()
                .allSatisfy(
                        superscript -> assertThat(superscript.getTextContent()).isEqualTo("3"));
    }

    @Test
    void neverCitesARetractedArticle() throws Exception {
        Document page = page(SampleReports.disagreement());
        List<Element> references = elements(page, "ol").stream()
                .filter(list -> list.getAttribute("class").equals("references"))
                .toList();
        assertThat(references).hasSize(1);
        assertThat(references.getFirst().getTextContent()).doesNotContain("abolishes");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("Dreamazole abolishes delirium")
                .contains("Retraction, 2017-06-01");
    }

    @Test
    void quotesNothingWhereNothingWasFound() throws Exception {
        Document page = page(SampleReports.noEvidence());
        assertThat(elements(page, "q")).isEmpty();
        assertThat(elements(page, "blockquote")).isEmpty();
        assertThat(page.getDocumentElement().getTextContent())
                .contains(Phrases.NOTHING_FOUND)
                .contains("kryptonite");
    }

    @Test
    void keepsHostileWordsOutOfMarkdownsMarkup() {
        String markdown = MarkdownRenderer.render(SampleReports.hostile());
        assertThat(markdown).doesNotContainPattern("(?<!\\\\)<script").doesNotContainPattern("(?<!\\\\)\\[z");
        assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(line ->
                        assertThat(line.split("(?<!\\\\)\\|", -1).length).isIn(5, 7));
    }

    @Test
    void hasNoLinkIntoThePageUnderAnOpenQuote() throws Exception {
        List<Element> popovers = elements(page(SampleReports.answered()), "div").stream()
                .filter(div -> div.hasAttribute("popover"))
                .toList();
        assertThat(popovers)
                .isNotEmpty()
                .allSatisfy(popover -> assertThat(elements(popover, "a"))
                        .noneMatch(link -> link.getAttribute("href").startsWith("#")));
    }

    @Test
    void linksRealArticlesToPubMedPubMedCentralAndPublisher() throws Exception {
        Report report =
                JsonReport.read(JsonReport.write(SampleReports.answered()).replace("[Fictional sample] ", ""));
        assertThat(elements(page(report), "a").stream()
                        .map(link -> link.getAttribute("href"))
                        .filter(address -> address.startsWith("https://")))
                .contains(
                        "https://pubmed.ncbi.nlm.nih.gov/9900011/",
                        "https://pmc.ncbi.nlm.nih.gov/articles/PMC990011/",
                        "https://doi.org/10.99999/fict.wards.11");
        assertThat(page(report).getDocumentElement().getTextContent()).doesNotContain(Phrases.FICTIONAL);
    }

    private static String allowed(String words) {
        return words.replace('\u0001', '\uFFFD');
    }

    private static Document page(Report report) throws Exception {
        String page = HtmlRenderer.render(report);
        assertThat(page).startsWith("<!DOCTYPE html>");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring("<!DOCTYPE html>".length()))));
    }

    private static List<Element> elements(Document page, String name) {
        return list(page.getElementsByTagName(name));
    }

    private static List<Element> elements(Element within, String name) {
        return list(within.getElementsByTagName(name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
