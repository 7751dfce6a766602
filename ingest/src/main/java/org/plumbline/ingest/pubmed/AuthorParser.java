package org.plumbline.ingest.pubmed;

import java.util.List;
import org.plumbline.citations.Author;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads author lists. An author marked as not valid (a misspelling that NLM keeps for searching) is left out.
final class AuthorParser {

    private AuthorParser() {}

    static void parse(XmlCursor cursor, List<Author> authors) throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (!cursor.attribute("ValidYN").equals("N")) {
                Author author = author(cursor);
                if (!author.family().isEmpty() || !author.collective().isEmpty()) {
                    authors.add(author);
                }
            }
        }
    }

    private static Author author(XmlCursor cursor) throws RefusedXmlException {
        String family = "";
        String given = "";
        String initials = "";
        String suffix = "";
        String collective = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "LastName" -> family = cursor.words();
                case "ForeName", "FirstName" -> given = cursor.words();
                case "Initials" -> initials = cursor.words();
                case "Suffix" -> suffix = cursor.words();
                case "CollectiveName" -> collective = cursor.words();
                default -> {}
            }
        }
        return new Author(family, given, initials, suffix, collective);
    }
}
