package org.plumbline.ingest.crossref;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Grant;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;
import org.plumbline.ingest.jats.Languages;
import org.plumbline.ingest.jats.License;
import org.plumbline.ingest.text.InputFile;

/// One work of Crossref's, in the names of its REST interface (api.crossref.org, format of `message`).
record Work(JsonNode json, String doi) {

    private static final Term PREPRINT = Term.of("D000076942", "Preprint");

    SourceRecord record(InputFile file, long position) {
        long indexed = json.path("indexed").path("timestamp").asLong(file.sequence());
        return SourceRecord.draft(Source.CROSSREF, doi, new SourceOrder(indexed, 1, position))
                .ids(new ArticleIds(null, null, doi))
                .bibliography(bibliography())
                .articleType(json.path("type").asText(""))
                .publicationTypes(isPreprint() ? List.of(PREPRINT) : List.of())
                .registryNumbers(registryNumbers())
                .grants(grants())
                .relations(Updates.relations(json, doi))
                .license(license())
                .record();
    }

    /// Posted content is a preprint unless it is called something else, such as a dissertation.
    private boolean isPreprint() {
        String subtype = json.path("subtype").asText("preprint");
        return json.path("type").asText("").equals("posted-content")
                && (subtype.equals("preprint") || subtype.equals("working_paper"));
    }

    private Bibliography bibliography() {
        return new Bibliography(
                first("title"),
                first("original-title"),
                authors(),
                new Journal(
                        first("container-title"), first("short-container-title"), words("ISSN"), "", text("publisher")),
                findDate(json.path("issued")).orElse(null),
                text("volume"),
                text("issue"),
                text("page"),
                text("language").isEmpty() ? "" : Languages.codeOf(text("language")));
    }

    private List<Author> authors() {
        List<Author> authors = new ArrayList<>();
        for (JsonNode author : json.path("author")) {
            String family = plain(author.path("family").asText(""));
            String name = plain(author.path("name").asText(""));
            if (!family.isEmpty()) {
                authors.add(new Author(
                        family,
                        plain(author.path("given").asText("")),
                        "",
                        plain(author.path("suffix").asText("")),
                        ""));
            } else if (!name.isEmpty()) {
                authors.add(Author.group(name));
            }
        }
        return authors;
    }

    private List<String> registryNumbers() {
        List<String> numbers = new ArrayList<>();
        json.path("clinical-trial-number")
                .forEach(number ->
                        numbers.add(number.path("clinical-trial-number").asText("")));
        return numbers.stream().filter(number -> !number.isBlank()).distinct().toList();
    }

    private List<Grant> grants() {
        Set<Grant> grants = new LinkedHashSet<>();
        for (JsonNode funder : json.path("funder")) {
            String name = plain(funder.path("name").asText(""));
            List<String> awards = words(funder.path("award"));
            (awards.isEmpty() ? List.of("") : awards).forEach(award -> grants.add(new Grant(award, name, "")));
        }
        return List.copyOf(grants);
    }

    /// That of the version of record, else of any version, where it is one of Creative Commons.
    private String license() {
        String anyVersion = "";
        for (JsonNode license : json.path("license")) {
            String code = License.ofWords(license.path("URL").asText("").toLowerCase(Locale.ROOT));
            if (!code.isEmpty() && license.path("content-version").asText("").equals("vor")) {
                return code;
            }
            anyVersion = anyVersion.isEmpty() ? code : anyVersion;
        }
        return anyVersion;
    }

    /// A date as Crossref has it: `{"date-parts": [[2020, 3, 18]]}`, where month and day may be missing.
    static Optional<PublicationDate> findDate(JsonNode date) {
        JsonNode parts = date.path("date-parts").path(0);
        int year = parts.path(0).asInt(0);
        int month = parts.path(1).asInt(0);
        int day = parts.path(2).asInt(0);
        boolean valid = year >= 1000 && year <= 9999 && month >= 0 && month <= 12 && day >= 0 && day <= 31;
        return valid ? Optional.of(new PublicationDate(year, month, month == 0 ? 0 : day)) : Optional.empty();
    }

    private String text(String name) {
        return plain(json.path(name).asText(""));
    }

    private String first(String name) {
        List<String> all = words(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    private List<String> words(String name) {
        return words(json.path(name));
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(each -> words.add(plain(each.asText(""))));
        return words.stream().filter(each -> !each.isEmpty()).toList();
    }

    /// Titles come with the publisher's line breaks and face markup.
    private static String plain(@Nullable String words) {
        return words == null
                ? ""
                : words.replaceAll("</?[a-zA-Z][a-zA-Z:]*(?: [^<>]*)?/?>", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
