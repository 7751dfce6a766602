package org.plumbline.ingest.pubmed;

import java.util.Locale;
import org.plumbline.citations.Term;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads a citation's Article element: what the publication itself says.
final class ArticleParser {

    private final XmlCursor cursor;
    private final CitationDraft draft;

    ArticleParser(XmlCursor cursor, CitationDraft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    void parse() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Journal" -> journal();
                case "ArticleTitle" -> draft.words.title(MixedWords.read(cursor));
                case "VernacularTitle" -> draft.words.vernacularTitle(MixedWords.read(cursor));
                case "Pagination" -> pagination();
                case "ELocationID" -> location();
                case "Abstract" -> AbstractParser.parse(cursor, draft.words);
                case "AuthorList" -> AuthorParser.parse(cursor, draft.authors);
                case "Language" -> draft.languages.add(cursor.words().toLowerCase(Locale.ROOT));
                case "DataBankList", "GrantList", "PublicationTypeList" -> list();
                case "ArticleDate" -> PubDateParser.parse(cursor).ifPresent(date -> draft.articleDate = date);
                default -> {}
            }
        }
    }

    private void list() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "DataBank" -> CitationParser.dataBank(cursor, draft);
                case "Grant" -> draft.grants.add(CitationParser.grant(cursor));
                case "PublicationType" -> {
                    String id = cursor.attribute("UI");
                    draft.publicationTypes.add(Term.of(id, cursor.words()));
                }
                default -> {}
            }
        }
    }

    private void journal() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "ISSN" -> draft.journal.issns.add(cursor.words());
                case "Title" -> draft.journal.title = cursor.words();
                case "ISOAbbreviation" -> draft.journal.isoAbbreviation = cursor.words();
                case "JournalIssue" -> issue();
                default -> {}
            }
        }
    }

    private void issue() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Volume" -> draft.journal.volume = cursor.words();
                case "Issue" -> draft.journal.issue = cursor.words();
                case "PubDate" -> PubDateParser.parse(cursor).ifPresent(date -> draft.journal.date = date);
                default -> {}
            }
        }
    }

    private void pagination() throws RefusedXmlException {
        String pages = "";
        String start = "";
        String end = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "MedlinePgn" -> pages = cursor.words();
                case "StartPage" -> start = cursor.words();
                case "EndPage" -> end = cursor.words();
                default -> {}
            }
        }
        String range = end.isEmpty() || end.equals(start) ? start : start + "-" + end;
        draft.pages = pages.isEmpty() ? range : pages;
    }

    /// Where the publication stands on the web; the document type's own word for a valid one is the default.
    private void location() throws RefusedXmlException {
        boolean valid = !cursor.attribute("ValidYN").equals("N");
        String type = cursor.attribute("EIdType");
        String id = cursor.words();
        if (valid && type.equals("doi") && draft.locationDoi.isEmpty()) {
            draft.locationDoi = id;
        } else if (valid && type.equals("pii") && draft.locationPii.isEmpty()) {
            draft.locationPii = id;
        }
    }
}
