package org.plumbline.index.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Json;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;
import org.plumbline.index.ArticleWords;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Multiplies real abstracts into as many articles as are wanted: a load to measure speed with, never quality. Each
/// article has the title and the shuffled sentences of one abstract, a third of them exchanged for other
/// abstracts' sentences, and the journal, headings, types, language and year of some PubMed record. A third have
/// an abstract in four sections, as in PubMed.
final class IndexLoad {

    private static final int FIRST_PMID = 10_000_000;
    private static final List<Role> ROLES = List.of(Role.BACKGROUND, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS);

    private record Source(String title, List<String> sentences) {

        ArticleWords words() {
            return new ArticleWords(title, String.join(" ", sentences));
        }
    }

    private record Facts(
            Journal journal, List<Author> authors, List<Term> headings, List<Term> types, String language, int year) {}

    private final List<Source> sources = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();

    /// @param data the folder of test data
    IndexLoad(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("retrieval/scifact-train/corpus.jsonl"))) {
            lines.map(line -> Json.read(line, JsonNode.class))
                    .forEach(node ->
                            add(node.path("title").asText(), node.path("text").asText()));
        }
        for (String file : List.of("baseline/pubmed26n0001.xml.gz", "updatefiles/pubmed26n1335.xml.gz")) {
            addCitations(data.resolve("pubmed").resolve(file));
        }
    }

    /// The article of a number from 0; the same for the same number. Higher numbers have higher ids.
    ArticleWithTexts article(int number) {
        return article(number, 0);
    }

    /// The same article after it was revised so many times: other sentences of the same abstract and of others.
    ArticleWithTexts article(int number, int revision) {
        Source source = sources.get(source(number));
        Random random = new Random((long) revision << Integer.SIZE | number);
        Facts its = any(facts, random);
        List<String> sentences = new ArrayList<>(source.sentences());
        Collections.shuffle(sentences, random);
        sentences.replaceAll(sentence ->
                random.nextInt(3) > 0 ? sentence : any(any(sources, random).sentences(), random));
        Text text = Text.of(TextKind.MEDLINE_ABSTRACT, sections(source.title(), sentences, random.nextInt(3) == 0));
        String pmid = String.valueOf(FIRST_PMID + number);
        String id = "pmid:" + pmid;
        Bibliography bibliography = new Bibliography(
                source.title(),
                "",
                its.authors(),
                its.journal(),
                new PublicationDate(its.year(), 1 + random.nextInt(12), 0),
                String.valueOf(1 + random.nextInt(300)),
                String.valueOf(1 + random.nextInt(12)),
                "1-9",
                its.language());
        return new ArticleWithTexts(
                new Article(
                        id,
                        new ArticleIds(pmid, null, "10.99999/load." + pmid),
                        List.of("doi:10.99999/load." + pmid, id),
                        bibliography,
                        List.of(),
                        its.types(),
                        its.headings(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        random.nextInt(500) == 0 ? Standing.RETRACTED : Standing.NO_KNOWN_EVENT,
                        new PeerReview(PeerReview.Status.JOURNAL_REVIEWS, List.of("indexed in MEDLINE")),
                        random.nextInt(4) == 0 ? "CC BY" : "",
                        "",
                        "",
                        List.of(new Article.ArticleText(text.id(), text.kind(), "PUBMED:" + pmid))),
                List.of(text));
    }

    /// The number of the article with an id.
    static int number(String id) {
        return Integer.parseInt(id.substring("pmid:".length())) - FIRST_PMID;
    }

    /// Which of the real abstracts an article is made of, from 0.
    int source(int number) {
        return new Random(number).nextInt(sources.size());
    }

    /// The first so many of the real abstracts.
    List<ArticleWords> sources(int most) {
        return sources.stream().limit(most).map(Source::words).toList();
    }

    private static List<Section> sections(String title, List<String> sentences, boolean structured) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), title));
        int parts = structured && sentences.size() >= ROLES.size() ? ROLES.size() : 1;
        for (int part = 0; part < parts; part++) {
            int from = part * sentences.size() / parts;
            int to = (part + 1) * sentences.size() / parts;
            Role role = parts == 1 ? Role.OTHER : ROLES.get(part);
            List<String> heading = parts == 1 ? List.of() : List.of(role.name());
            sections.add(Section.of(
                    sections.size(), Part.ABSTRACT, role, heading, String.join(" ", sentences.subList(from, to))));
        }
        return sections;
    }

    private void add(String title, String words) {
        List<String> sentences = Sentences.in(words, List.of()).stream()
                .map((Span span) -> span.of(words))
                .toList();
        if (!title.isBlank() && !sentences.isEmpty()) {
            sources.add(new Source(title, sentences));
        }
    }

    private void addCitations(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            NodeList citations = factory.newDocumentBuilder().parse(in).getElementsByTagName("MedlineCitation");
            elements(citations).forEach(this::addCitation);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private void addCitation(Element citation) {
        List<String> words = texts(citation, "AbstractText");
        add(first(texts(citation, "ArticleTitle")), String.join(" ", words));
        String year = first(texts(citation, "Year")).replaceAll("\\D", "");
        List<Author> authors = elements(citation.getElementsByTagName("Author"))
                .map(author -> Author.person(
                        first(texts(author, "LastName")),
                        first(texts(author, "ForeName")),
                        first(texts(author, "Initials"))))
                .toList();
        facts.add(new Facts(
                new Journal(
                        first(texts(citation, "Title")),
                        first(texts(citation, "ISOAbbreviation")),
                        texts(citation, "ISSN"),
                        first(texts(citation, "NlmUniqueID")),
                        ""),
                authors,
                terms(citation, "DescriptorName"),
                terms(citation, "PublicationType"),
                first(texts(citation, "Language")),
                year.isEmpty() ? 2000 : Integer.parseInt(year)));
    }

    private static List<Term> terms(Element citation, String name) {
        return elements(citation.getElementsByTagName(name))
                .map(term -> Term.of(term.getAttribute("UI"), term.getTextContent()))
                .toList();
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent.getElementsByTagName(name))
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
