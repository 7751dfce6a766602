package org.plumbline.ingest.document.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.RegistryNumbers;
import org.plumbline.ingest.text.TaggedField;
import org.plumbline.ingest.text.WrittenDate;

/// The fields of one RIS citation.
final class RisFields {

    private static final Pattern DOI = Pattern.compile("(10\\.[0-9]{3,9}/\\S+)");
    private static final Pattern PUBMED_ADDRESS =
            Pattern.compile("(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov/pubmed)/([1-9][0-9]{0,8})");
    private static final Pattern ISSN = Pattern.compile("\\d{4}-?\\d{3}[\\dXx]");

    private final List<TaggedField> fields;

    RisFields(List<TaggedField> fields) {
        this.fields = fields;
    }

    /// The record and its text; empty where there is neither title nor identifier.
    Optional<Delivery.Read> findRead(SourceOrder order) {
        ArticleIds ids = ids();
        String title = first("TI", "T1", "CT");
        if (title.isEmpty() && ids.aliases().isEmpty()) {
            return Optional.empty();
        }
        List<Section> sections = sections(title);
        @Nullable Text text = sections.isEmpty() ? null : Text.of(TextKind.ABSTRACT, sections);
        @Nullable String doi = ids.doi();
        SourceRecord record = SourceRecord.draft(Source.CITATION, doi == null ? digest() : doi, order)
                .ids(ids)
                .textId(text == null ? null : text.id())
                .bibliography(bibliography(title))
                .articleType(first("TY"))
                .keywords(all("KW"))
                .registryNumbers(sections.stream()
                        .flatMap(section -> RegistryNumbers.in(section.content()).stream())
                        .distinct()
                        .toList())
                .record();
        return Optional.of(new Delivery.Read(record, text));
    }

    private List<Section> sections(String title) {
        List<Section> sections = new ArrayList<>();
        if (!title.isEmpty()) {
            sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), title));
        }
        String words = first("AB", "N2");
        if (!words.isEmpty()) {
            sections.add(Section.of(sections.size(), Part.ABSTRACT, Role.OTHER, List.of(), words));
        }
        return sections;
    }

    private Bibliography bibliography(String title) {
        List<Author> authors = all("AU", "A1").stream().map(RisFields::author).toList();
        String start = first("SP");
        String end = first("EP");
        return new Bibliography(
                title,
                "",
                authors,
                new Journal(
                        first("JF", "T2", "JO", "JA"),
                        first("JA", "J2", "JO"),
                        all("SN").stream()
                                .filter(number -> ISSN.matcher(number).matches())
                                .toList(),
                        "",
                        first("PB")),
                WrittenDate.find(first("DA", "PY", "Y1")).orElse(null),
                first("VL"),
                first("IS"),
                end.isEmpty() || end.equals(start) ? start : start + "-" + end,
                "");
    }

    private static Author author(String written) {
        String[] names = written.split(",\\s*", 3);
        if (names.length == 1) {
            return Author.group(written);
        }
        String given = names[1].strip();
        String initials = given.isEmpty()
                ? ""
                : String.join(
                        "",
                        java.util.Arrays.stream(given.split("[\\s.-]+"))
                                .filter(name -> !name.isEmpty())
                                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)))
                                .toList());
        return new Author(names[0].strip(), given, initials, names.length > 2 ? names[2].strip() : "", "");
    }

    private ArticleIds ids() {
        Matcher doi = DOI.matcher(first("DO", "M3") + " " + String.join(" ", all("UR", "L3")));
        Matcher address = PUBMED_ADDRESS.matcher(String.join(" ", all("UR", "L2", "LK")));
        String database = first("DB") + first("DP");
        boolean pubmed = database.matches("(?i).*(pubmed|medline|nlm).*");
        @Nullable String pmid = address.find() ? address.group(1) : pubmed ? first("AN") : null;
        return new ArticleIds(
                pmid, first("C2").startsWith("PMC") ? first("C2") : null, doi.find() ? doi.group(1) : null);
    }

    private String digest() {
        List<Section> all = new ArrayList<>();
        fields.forEach(
                field -> all.add(Section.of(all.size(), Part.BACK, Role.OTHER, List.of(field.tag()), field.value())));
        return TextId.of(all).value();
    }

    private String first(String... tags) {
        for (String tag : tags) {
            for (TaggedField field : fields) {
                if (field.tag().equals(tag) && !field.value().isEmpty()) {
                    return field.value();
                }
            }
        }
        return "";
    }

    private List<String> all(String... tags) {
        List<String> wanted = List.of(tags);
        return fields.stream()
                .filter(field -> wanted.contains(field.tag()) && !field.value().isEmpty())
                .map(TaggedField::value)
                .toList();
    }
}
