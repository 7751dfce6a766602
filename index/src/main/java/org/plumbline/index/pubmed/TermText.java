package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.LanguageCode;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Published;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;

/// A word or a phrase as it stands in a query, between two offsets, and what it means with its tag.
///
/// @param quoted whether it stands in quotation marks, which are not among its characters
record TermText(Source source, int start, int end, boolean quoted) {

    /// Letters and digits that PubMed asks for before the star.
    private static final int SHORTEST_STEM = 4;

    /// Words that say nothing alone; they are passed over among words without a tag.
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to",
            "was", "were", "with");

    private static final Set<String> SMALL_OPERATORS = Set.of("and", "or", "not");

    private static final String OVID = "(?i).+\\.[a-z]{2}(,[a-z]{2})*\\.|adj[0-9]*|near/[0-9]+|[a-z]+\\$";

    /// A piece without space and where it begins.
    private record Piece(String text, int start) {

        boolean hasWords() {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    /// What it means without a tag: each of its words anywhere, or the phrase in quotation marks.
    Expression untagged() {
        List<Piece> pieces = pieces();
        pieces.forEach(this::refuseOvid);
        if (quoted) {
            return text(TextField.ALL, pieces);
        }
        List<Expression> words = new ArrayList<>();
        for (Piece piece : pieces) {
            refuseSmallOperator(piece, pieces);
            if (!STOP_WORDS.contains(piece.text().toLowerCase(Locale.ROOT))) {
                words.add(text(TextField.ALL, List.of(piece)));
            }
        }
        if (words.isEmpty()) {
            throw source.refusal(start, "\"" + written() + "\" says nothing alone: write what is looked for");
        }
        return words.size() == 1 ? words.getFirst() : new Expression.And(words);
    }

    private void refuseOvid(Piece piece) {
        if (piece.text().matches(OVID)) {
            throw source.refusal(
                    piece.start(),
                    "\"" + piece.text()
                            + "\" is Ovid's language: write PubMed's, as in asthma[tw] or \"a b\"[tiab:~3]");
        }
    }

    private void refuseSmallOperator(Piece piece, List<Piece> all) {
        if (SMALL_OPERATORS.contains(piece.text()) && all.size() > 1) {
            throw source.refusal(
                    piece.start(),
                    "\"" + piece.text() + "\" is no operator in small letters: write "
                            + piece.text().toUpperCase(Locale.ROOT) + ", or the phrase in quotation marks");
        }
    }

    /// What it means with a tag.
    ///
    /// @param bracket where the tag stands
    Expression tagged(Tag tag, int bracket) {
        if (tag.near() != Tag.NOT_NEAR) {
            return near(tag, bracket);
        }
        Narrower narrower = tag.noMore() ? Narrower.NOT : Narrower.TOO;
        return switch (tag.name()) {
            case TITLE -> text(TextField.TITLE, pieces());
            case ABSTRACT -> text(TextField.ABSTRACT, pieces());
            case TITLE_ABSTRACT -> text(TextField.TITLE_ABSTRACT, pieces());
            case KEYWORD -> text(TextField.KEYWORD, pieces());
            case TEXT_WORD -> text(TextField.TEXT_WORD, pieces());
            case ALL -> text(TextField.ALL, pieces());
            case MESH -> heading(narrower, Topic.ANY);
            case MAJOR -> heading(narrower, Topic.MAJOR);
            case SUBHEADING -> new Expression.Subheading(subheading(name(), start), narrower);
            case TYPE -> new Expression.Type(stem(), isTruncated(), narrower);
            case DATE -> range();
            case AUTHOR -> new Expression.Author(stem(), quoted && !isTruncated(), isTruncated(), Place.ANY);
            case FIRST_AUTHOR -> new Expression.Author(stem(), quoted && !isTruncated(), isTruncated(), Place.FIRST);
            case JOURNAL -> new Expression.JournalName(stem(), isTruncated());
            case LANGUAGE -> new Expression.Language(language(name()));
            case PMID -> pmids();
            case PMCID ->
                identifier("pmcid:", new ArticleIds(null, written(), null).pmcid(), "a PMCID such as PMC13900");
            case DOI -> identifier("doi:", new ArticleIds(null, null, written()).doi(), "a DOI such as 10.1000/x");
            case FILTER -> filter();
        };
    }

    private Expression text(TextField field, List<Piece> pieces) {
        List<Word> words = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.hasWords() || piece.text().contains("*")) {
                words.add(word(piece));
            }
        }
        if (words.isEmpty()) {
            throw source.refusal(start, "no letter and no digit is left of it: write a word");
        }
        return new Expression.Text(field, words);
    }

    private Word word(Piece piece) {
        String written = piece.text();
        int star = written.indexOf('*');
        if (written.matches(".*\\w\\?\\w.*")) {
            throw source.refusal(
                    piece.start() + written.indexOf('?'),
                    "\"?\" stands for nothing in PubMed: write the spellings with OR");
        }
        if (star < 0) {
            return new Word(written, false);
        }
        if (star < written.length() - 1) {
            throw source.refusal(
                    piece.start() + star, "a star stands at the end of a word only: write the spellings with OR");
        }
        return new Word(stem(written.substring(0, star), piece.start()), true);
    }

    private String stem(String stem, int at) {
        if (stem.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_STEM) {
            throw source.refusal(
                    at,
                    "\"" + stem + "*\" is too short: PubMed asks for " + SHORTEST_STEM + " letters before the star");
        }
        return stem;
    }

    private Expression near(Tag tag, int bracket) {
        List<String> words = new ArrayList<>();
        for (Piece piece : pieces()) {
            if (piece.text().contains("*")) {
                throw source.refusal(
                        piece.start() + piece.text().indexOf('*'),
                        "no star in a search for nearness: write the word out");
            }
            if (piece.hasWords()) {
                words.add(piece.text());
            }
        }
        if (!quoted || words.size() < 2) {
            throw source.refusal(
                    bracket, "nearness is asked of two words or more in quotation marks: \"hip pain\"[tiab:~2]");
        }
        TextField field = switch (tag.name()) {
            case TITLE -> TextField.TITLE;
            case ABSTRACT -> TextField.ABSTRACT;
            default -> TextField.TITLE_ABSTRACT;
        };
        return new Expression.Near(field, words, tag.near());
    }

    private Expression heading(Narrower narrower, Topic topic) {
        String name = name();
        int slash = name.indexOf('/');
        if (slash < 0) {
            return new Expression.Heading(stem(), "", isTruncated(), narrower, topic);
        }
        String qualifier = subheading(name.substring(slash + 1).strip(), start);
        return new Expression.Heading(name.substring(0, slash).strip(), qualifier, false, narrower, topic);
    }

    private String subheading(String name, int at) {
        if (name.length() < 3 || name.contains("*")) {
            throw source.refusal(at, "\"" + name + "\" is no subheading: write its name in full, such as drug therapy");
        }
        return name;
    }

    private String language(String name) {
        return findLanguage(name)
                .orElseThrow(() -> source.refusal(
                        start,
                        "\"" + name
                                + "\" is no language that is known: write it in English, or NLM's code, such as ger"));
    }

    private static Optional<String> findLanguage(String name) {
        return LanguageCode.isKnown(name) ? Optional.of(LanguageCode.of(name)) : Optional.empty();
    }

    private Expression pmids() {
        List<Expression> ids = new ArrayList<>();
        for (Piece piece : pieces()) {
            String digits = piece.text().replaceAll("[,;]", "");
            if (new ArticleIds(digits, null, null).pmid() == null) {
                throw source.refusal(piece.start(), "\"" + piece.text() + "\" is no PMID: write digits");
            }
            ids.add(new Expression.Identifier("pmid:" + digits));
        }
        return ids.size() == 1 ? ids.getFirst() : new Expression.Or(ids);
    }

    private Expression identifier(String prefix, @Nullable String id, String wanted) {
        if (id == null) {
            throw source.refusal(start, "\"" + written() + "\" is not " + wanted);
        }
        return new Expression.Identifier(prefix + id);
    }

    private Expression filter() {
        String name = name();
        var query = ClinicalQuery.find(name);
        if (query.isPresent()) {
            return new Expression.Filter(query.get());
        }
        if (name.equalsIgnoreCase("humans")) {
            return new Expression.Heading("Humans", "", false, Narrower.NOT, Topic.ANY);
        }
        return findLanguage(name)
                .<Expression>map(Expression.Language::new)
                .orElseThrow(() ->
                        source.refusal(start, ClinicalQuery.refusal(name) + ", humans, and languages such as english"));
    }

    /// The date that it is.
    Published date() {
        return range();
    }

    /// From the first day of one to the last day of another.
    Published range(Published from, Published until) {
        return range(from.from(), until.until());
    }

    private Published range(PublicationDate from, PublicationDate until) {
        if (Published.first(from) > Published.last(until)) {
            throw source.refusal(start, "the range ends before it begins: write the earlier date first");
        }
        return new Published(from, until);
    }

    private Published range() {
        String[] ends = written().split(":", -1);
        if (ends.length > 2) {
            throw source.refusal(start, "\"" + written() + "\" is no range of two dates: write 2010:2020[dp]");
        }
        PublicationDate from = DateTerm.parse(ends[0].strip(), source, start);
        PublicationDate until = ends.length == 1 ? from : DateTerm.parse(ends[1].strip(), source, start);
        return range(from, until);
    }

    private boolean isTruncated() {
        return name().endsWith("*");
    }

    /// The name without its star.
    private String stem() {
        String name = name();
        int star = name.indexOf('*');
        if (star < 0) {
            return name;
        }
        if (star < name.length() - 1) {
            throw source.refusal(start, "a star stands at the end of a name only");
        }
        return stem(name.substring(0, star), start);
    }

    private String name() {
        String name = written();
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw source.refusal(start, "no letter and no digit is left of it: write a name");
        }
        return name;
    }

    private String written() {
        return source.slice(start, end).strip().replaceAll("\\s+", " ");
    }

    private List<Piece> pieces() {
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
