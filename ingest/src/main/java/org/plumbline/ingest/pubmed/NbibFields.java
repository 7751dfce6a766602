package org.plumbline.ingest.pubmed;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Grant;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Role;
import org.plumbline.citations.Term;
import org.plumbline.ingest.text.ContentBuilder;
import org.plumbline.ingest.text.TaggedField;

/// Puts the fields of one record in MEDLINE's tagged format into a draft.
final class NbibFields {

    private static final Pattern IDENTIFIER = Pattern.compile("(\\S+) \\[(doi|pii)]");
    private static final Pattern RELATED = Pattern.compile("PMID: ?([1-9][0-9]{0,8})");

    private NbibFields() {}

    static CitationDraft draft(List<TaggedField> fields) {
        CitationDraft draft = new CitationDraft();
        String full = "";
        for (TaggedField field : fields) {
            if (field.tag().equals("FAU")) {
                full = field.value();
                draft.authors.add(person(full, ""));
            } else if (field.tag().equals("AU")) {
                author(draft, full, field.value());
                full = "";
            } else {
                take(draft, field.tag(), field.value());
            }
        }
        return draft;
    }

    private static void take(CitationDraft draft, String tag, String value) {
        switch (tag) {
            case "PMID" -> draft.identify(value.replaceFirst("[^0-9].*", ""), 1);
            case "STAT" -> draft.status = value;
            case "TI" -> draft.words.title(new ContentBuilder().append(value));
            case "TT" -> draft.words.vernacularTitle(new ContentBuilder().append(value));
            case "AB" -> draft.words.add("", Role.OTHER, new ContentBuilder().append(value));
            case "CN" -> draft.authors.add(Author.group(value.replaceFirst("\\.$", "")));
            case "LA" -> draft.languages.add(value);
            case "PT" -> draft.publicationTypes.add(new Term("", value, false));
            case "MH" -> draft.mesh.add(heading(value));
            case "OT" -> draft.keywords.add(value.replaceFirst("^\\*", ""));
            case "TA" -> draft.journal.medlineAbbreviation = value;
            case "JT" -> draft.journal.title = value;
            case "JID" -> draft.journal.nlmId = value;
            case "IS" -> draft.journal.issns.add(value.replaceFirst(" .*", ""));
            case "VI" -> draft.journal.volume = value;
            case "IP" -> draft.journal.issue = value;
            case "DP" -> draft.journal.date = PubDateParser.findFirst(value).orElse(null);
            case "PG" -> draft.pages = value;
            case "PMC" -> draft.ids.putIfAbsent("pmc", value);
            case "AID", "LID" -> identifier(draft, value);
            case "GR" -> draft.grants.add(grant(value));
            case "SI" -> draft.dataBankNumbers.add(value.replaceFirst("^[^/]*/", ""));
            case "COIS" -> draft.competingInterests = value;
            default -> relation(draft, tag, value);
        }
    }

    private static void author(CitationDraft draft, String full, String abbreviated) {
        int end = abbreviated.lastIndexOf(' ');
        String initials = end < 0 ? "" : abbreviated.substring(end + 1);
        if (full.isEmpty()) {
            String family = end < 0 ? abbreviated : abbreviated.substring(0, end);
            draft.authors.add(Author.person(family, "", initials));
        } else {
            draft.authors.set(draft.authors.size() - 1, person(full, initials));
        }
    }

    private static Author person(String full, String initials) {
        String[] names = full.split(", ", 2);
        return Author.person(names[0], names.length > 1 ? names[1] : "", initials);
    }

    private static Term heading(String value) {
        return new Term("", value.replace("*", ""), value.indexOf('*') >= 0);
    }

    private static void identifier(CitationDraft draft, String value) {
        Matcher parts = IDENTIFIER.matcher(value);
        if (parts.matches()) {
            draft.ids.putIfAbsent(parts.group(2), parts.group(1));
        }
    }

    private static Grant grant(String value) {
        String[] parts = value.split("/", -1);
        return parts.length < 3
                ? new Grant(value, "", "")
                : new Grant(parts[0], parts[parts.length - 2], parts[parts.length - 1]);
    }

    private static void relation(CitationDraft draft, String tag, String value) {
        Relation.Kind kind = kind(tag);
        if (kind != Relation.Kind.OTHER) {
            Matcher pmid = RELATED.matcher(value);
            ArticleIds other = pmid.find() ? new ArticleIds(pmid.group(1), null, null) : ArticleIds.NONE;
            draft.relations.add(new Relation(kind, other, value.replaceFirst("\\s*PMID:.*", "")));
        }
    }

    /// PubMed's tags of comments and corrections.
    private static Relation.Kind kind(String tag) {
        return switch (tag) {
            case "RIN" -> Relation.Kind.RETRACTION_IN;
            case "ROF" -> Relation.Kind.RETRACTION_OF;
            case "PRIN" -> Relation.Kind.PARTIAL_RETRACTION_IN;
            case "PROF" -> Relation.Kind.PARTIAL_RETRACTION_OF;
            case "ECI" -> Relation.Kind.EXPRESSION_OF_CONCERN_IN;
            case "ECF" -> Relation.Kind.EXPRESSION_OF_CONCERN_FOR;
            case "EIN" -> Relation.Kind.ERRATUM_IN;
            case "EFR" -> Relation.Kind.ERRATUM_FOR;
            case "CRI" -> Relation.Kind.CORRECTED_AND_REPUBLISHED_IN;
            case "CRF" -> Relation.Kind.CORRECTED_AND_REPUBLISHED_FROM;
            case "RPI" -> Relation.Kind.RETRACTED_AND_REPUBLISHED_IN;
            case "RPF" -> Relation.Kind.RETRACTED_AND_REPUBLISHED_FROM;
            case "UIN" -> Relation.Kind.UPDATE_IN;
            case "UOF" -> Relation.Kind.UPDATE_OF;
            case "CIN" -> Relation.Kind.COMMENT_IN;
            case "CON" -> Relation.Kind.COMMENT_ON;
            default -> Relation.Kind.OTHER;
        };
    }
}
