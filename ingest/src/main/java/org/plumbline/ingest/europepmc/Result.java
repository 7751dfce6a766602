package org.plumbline.ingest.europepmc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Grant;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.jats.License;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.NoticeDates;
import org.plumbline.ingest.text.RegistryNumbers;

/// One result of Europe PMC's, in the names of its core answers.
record Result(JsonNode json, String source, String id) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /// NLM's identifiers of the publication types that others match on; Europe PMC gives names only, in its own
    /// case.
    private static final Map<String, Term> TYPES = Map.ofEntries(
            type("D000076942", "Preprint"),
            type("D016428", "Journal Article"),
            type("D016449", "Randomized Controlled Trial"),
            type("D018848", "Controlled Clinical Trial"),
            type("D016430", "Clinical Trial"),
            type("D017418", "Meta-Analysis"),
            type("D000078182", "Systematic Review"),
            type("D016454", "Review"),
            type("D016431", "Guideline"),
            type("D017065", "Practice Guideline"),
            type("D002363", "Case Reports"),
            type("D016421", "Editorial"),
            type("D016422", "Letter"),
            type("D016420", "Comment"),
            type("D016433", "News"),
            type("D016425", "Published Erratum"),
            type("D016440", "Retraction of Publication"),
            type("D016441", "Retracted Publication"),
            type("D000078325", "Clinical Trial Protocol"));

    private static Map.Entry<String, Term> type(String id, String name) {
        return Map.entry(name.toLowerCase(Locale.ROOT), Term.of(id, name));
    }

    Delivery.Read read(InputFile file, long position) {
        List<Section> sections = Abstracts.sections(text(json, "title"), text(json, "abstractText"));
        Text text = sections.isEmpty() ? null : Text.of(TextKind.ABSTRACT, sections);
        SourceRecord record = SourceRecord.draft(
                        Source.EUROPE_PMC, source + ":" + id, new SourceOrder(file.sequence(), 1, position))
                .ids(ids())
                .textId(text == null ? null : text.id())
                .bibliography(bibliography(sections))
                .publicationTypes(publicationTypes())
                .mesh(mesh())
                .keywords(words(json.path("keywordList").path("keyword")))
                .registryNumbers(sections.stream()
                        .flatMap(section -> RegistryNumbers.in(section.content()).stream())
                        .distinct()
                        .toList())
                .grants(grants())
                .relations(relations())
                .license(License.ofWords(text(json, "license").toLowerCase(Locale.ROOT)))
                .record();
        return new Delivery.Read(record, text);
    }

    private ArticleIds ids() {
        return switch (source) {
            case "MED" -> new ArticleIds(id, text(json, "pmcid"), text(json, "doi"));
            case "PMC" -> new ArticleIds(text(json, "pmid"), id, text(json, "doi"));
            default -> new ArticleIds(text(json, "pmid"), text(json, "pmcid"), text(json, "doi"));
        };
    }

    private Bibliography bibliography(List<Section> sections) {
        JsonNode info = json.path("journalInfo");
        return new Bibliography(
                Abstracts.title(sections),
                "",
                authors(),
                journal(info.path("journal")),
                findDate().orElse(null),
                text(info, "volume"),
                text(info, "issue"),
                text(json, "pageInfo"),
                text(json, "language"));
    }

    /// A preprint stands on a server, which Europe PMC calls its publisher.
    private Journal journal(JsonNode journal) {
        String server = text(json.path("bookOrReportDetails"), "publisher");
        List<String> issns = List.of(text(journal, "issn"), text(journal, "essn")).stream()
                .filter(issn -> !issn.isEmpty())
                .toList();
        return source.equals("PPR") && text(journal, "title").isEmpty()
                ? new Journal(server, "", List.of(), "", "")
                : new Journal(
                        text(journal, "title"),
                        text(journal, "medlineAbbreviation"),
                        issns,
                        text(journal, "nlmid"),
                        "");
    }

    private List<Author> authors() {
        List<Author> authors = new ArrayList<>();
        for (JsonNode author : json.path("authorList").path("author")) {
            String family = text(author, "lastName");
            String group = text(author, "collectiveName");
            if (!family.isEmpty()) {
                authors.add(Author.person(family, text(author, "firstName"), text(author, "initials")));
            } else if (!group.isEmpty()) {
                authors.add(Author.group(group));
            }
        }
        return authors;
    }

    private Optional<PublicationDate> findDate() {
        JsonNode info = json.path("journalInfo");
        int year = info.path("yearOfPublication").asInt(0);
        int month = info.path("monthOfPublication").asInt(0);
        Matcher first = DATE.matcher(text(json, "firstPublicationDate"));
        if (year >= 1000 && year <= 9999) {
            return Optional.of(new PublicationDate(year, Math.clamp(month, 0, 12), 0));
        }
        return first.matches()
                ? Optional.of(new PublicationDate(
                        Integer.parseInt(first.group(1)),
                        Math.clamp(Integer.parseInt(first.group(2)), 0, 12),
                        Math.clamp(Integer.parseInt(first.group(3)), 0, 31)))
                : Optional.empty();
    }

    private List<Term> publicationTypes() {
        List<Term> types = new ArrayList<>();
        for (String name : words(json.path("pubTypeList").path("pubType"))) {
            types.add(TYPES.getOrDefault(name.toLowerCase(Locale.ROOT), Term.of("", name)));
        }
        Term preprint = Term.of("D000076942", "Preprint");
        if (source.equals("PPR") && !types.contains(preprint)) {
            types.add(preprint);
        }
        return types.stream().distinct().toList();
    }

    private List<Term> mesh() {
        List<Term> mesh = new ArrayList<>();
        json.path("meshHeadingList")
                .path("meshHeading")
                .forEach(heading -> mesh.add(new Term(
                        "",
                        text(heading, "descriptorName"),
                        text(heading, "majorTopic_YN").equals("Y"))));
        return mesh.stream().filter(term -> !term.name().isEmpty()).toList();
    }

    private List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        json.path("grantsList")
                .path("grant")
                .forEach(grant -> grants.add(new Grant(text(grant, "grantId"), text(grant, "agency"), "")));
        return grants.stream().distinct().toList();
    }

    /// Comments and corrections; of these, one that gives no identifier of ours keeps Europe PMC's in its words.
    private List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (JsonNode each : json.path("commentCorrectionList").path("commentCorrection")) {
            String otherSource = text(each, "source");
            String otherId = text(each, "id");
            ArticleIds other = new ArticleIds(
                    otherSource.equals("MED") ? otherId : null, otherSource.equals("PMC") ? otherId : null, null);
            String reference = text(each, "reference");
            String words = reference.isEmpty() && other.aliases().isEmpty() ? otherSource + ":" + otherId : reference;
            relations.add(NoticeDates.dated(kind(text(each, "type")), other, words));
        }
        return relations.stream().distinct().toList();
    }

    private static Relation.Kind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
            case "retractionin" -> Relation.Kind.RETRACTION_IN;
            case "retractionof" -> Relation.Kind.RETRACTION_OF;
            case "partialretractionin" -> Relation.Kind.PARTIAL_RETRACTION_IN;
            case "partialretractionof" -> Relation.Kind.PARTIAL_RETRACTION_OF;
            case "expressionofconcernin" -> Relation.Kind.EXPRESSION_OF_CONCERN_IN;
            case "expressionofconcernfor" -> Relation.Kind.EXPRESSION_OF_CONCERN_FOR;
            case "erratumin" -> Relation.Kind.ERRATUM_IN;
            case "erratumfor" -> Relation.Kind.ERRATUM_FOR;
            case "correctedandrepublishedin" -> Relation.Kind.CORRECTED_AND_REPUBLISHED_IN;
            case "correctedandrepublishedfrom" -> Relation.Kind.CORRECTED_AND_REPUBLISHED_FROM;
            case "retractedandrepublishedin" -> Relation.Kind.RETRACTED_AND_REPUBLISHED_IN;
            case "retractedandrepublishedfrom" -> Relation.Kind.RETRACTED_AND_REPUBLISHED_FROM;
            case "updatein" -> Relation.Kind.UPDATE_IN;
            case "updateof" -> Relation.Kind.UPDATE_OF;
            case "commentin" -> Relation.Kind.COMMENT_IN;
            case "commenton" -> Relation.Kind.COMMENT_ON;
            case "preprintof" -> Relation.Kind.PUBLISHED_VERSION;
            case "preprintin" -> Relation.Kind.PREPRINT;
            default -> Relation.Kind.OTHER;
        };
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(each -> words.add(each.asText("").strip()));
        return words.stream().filter(each -> !each.isEmpty()).distinct().toList();
    }
}
