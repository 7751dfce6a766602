package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Topic;

/// A word or a phrase as it stands in a query, between two offsets, and what it means with its tag.
///
/// @param quoted whether it stands in quotation marks, which are not among its characters
record TermText(Source source, int start, int end, boolean quoted) {

    /// A piece without space and where it begins.
    record Piece(String text, int start) {

        boolean hasWords() {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    /// What it means without a tag: each of its words anywhere, or the phrase in quotation marks.
    Expression untagged() {
        return quoted ? new Words(this).untaggedPhrase() : new Words(this).eachOfThem();
    }

    /// What it means with a tag.
    ///
    /// @param bracket where the tag stands
    Expression tagged(Tag tag, int bracket) {
        Narrower narrower = tag.noMore() ? Narrower.NOT : Narrower.TOO;
        Names names = new Names(this);
        return switch (tag.name()) {
            case TITLE -> words(TextField.TITLE, tag, bracket);
            case ABSTRACT -> words(TextField.ABSTRACT, tag, bracket);
            case TITLE_ABSTRACT -> words(TextField.TITLE_ABSTRACT, tag, bracket);
            case KEYWORD -> words(TextField.KEYWORD, tag, bracket);
            case TEXT_WORD -> words(TextField.TEXT_WORD, tag, bracket);
            case ALL -> words(TextField.ALL, tag, bracket);
            case MESH -> names.heading(narrower, Topic.ANY);
            case MAJOR -> names.heading(narrower, Topic.MAJOR);
            case SUBHEADING -> names.subheading(narrower);
            case TYPE -> names.type(narrower);
            case DATE -> DateTerm.range(this);
            case AUTHOR -> names.author(Place.ANY);
            case FIRST_AUTHOR -> names.author(Place.FIRST);
            case JOURNAL -> names.journal();
            case LANGUAGE -> names.language();
            case PMID -> Identifiers.pmids(this);
            case PMCID -> Identifiers.pmcid(this);
            case DOI -> Identifiers.doi(this);
            case FILTER -> names.filter();
        };
    }

    private Expression words(TextField field, Tag tag, int bracket) {
        Words words = new Words(this);
        return tag.near() == Tag.NOT_NEAR ? words.phrase(field) : words.near(field, tag.near(), bracket);
    }

    /// What was written, each space one.
    String written() {
        return source.slice(start, end).strip().replaceAll("\\s+", " ");
    }

    /// Its pieces in their order.
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || isSpace(source.text().charAt(i))) {
                String text = source.slice(from, i);
                if (!text.isEmpty()) {
                    pieces.add(new Piece(text, from));
                }
                from = i + 1;
            }
        }
        return pieces;
    }

    /// A colon among words is but a mark between them.
    private static boolean isSpace(char character) {
        return character == ' ' || character == ':';
    }
}
