package org.plumbline.index.pubmed;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.PublicationDate;

/// A query in PubMed's language, understood: combinations of terms. Words are as they were written; what reads an
/// index folds them.
public sealed interface Expression {

    /// What all of the operands match; there are two or more, none of them an `And`.
    record And(List<Expression> operands) implements Expression {

        public And {
            List<Expression> flat = new ArrayList<>();
            for (Expression operand : operands) {
                flat.addAll(operand instanceof And and ? and.operands() : List.of(operand));
            }
            operands = atLeastTwo(flat);
        }
    }

    /// What any of the operands matches; there are two or more, none of them an `Or`.
    record Or(List<Expression> operands) implements Expression {

        public Or {
            List<Expression> flat = new ArrayList<>();
            for (Expression operand : operands) {
                flat.addAll(operand instanceof Or or ? or.operands() : List.of(operand));
            }
            operands = atLeastTwo(flat);
        }
    }

    /// What the first matches and the second does not.
    record Not(Expression from, Expression without) implements Expression {}

    /// What is looked up as a whole.
    sealed interface Term extends Expression {}

    /// Words that stand side by side in a field; one word mostly.
    record Text(TextField field, List<Word> words) implements Term {

        public Text {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("no words");
            }
        }
    }

    /// A word as written, without its star.
    ///
    /// @param truncated whether every word that begins with it will do
    record Word(String written, boolean truncated) {}

    /// Words in any order with at most so many others among them, within one field.
    record Near(TextField field, List<String> words, int most) implements Term {

        public Near {
            words = List.copyOf(words);
        }
    }

    /// A MeSH heading.
    ///
    /// @param qualifier the subheading that it must have; empty where it needs none
    /// @param truncated whether every heading that begins with the name will do
    /// @param narrower whether narrower headings will do
    /// @param major whether it must be a major topic of the article
    record Heading(String name, String qualifier, boolean truncated, Narrower narrower, Topic major) implements Term {}

    /// Whether what lies below a heading in its hierarchy is meant too.
    enum Narrower {
        TOO,
        NOT
    }

    /// How much an article must be about a heading.
    enum Topic {
        ANY,
        MAJOR
    }

    /// A MeSH subheading of any heading.
    record Subheading(String name, Narrower narrower) implements Term {}

    /// A publication type.
    record Type(String name, boolean truncated, Narrower narrower) implements Term {}

    /// An author: family name and initials as written.
    ///
    /// @param exact whether no further initials may follow
    /// @param truncated whether the name is the beginning of one
    record Author(String name, boolean exact, boolean truncated, Place place) implements Term {}

    /// Where in the list of authors a name stands.
    enum Place {
        ANY,
        FIRST
    }

    /// A journal by title, abbreviation or ISSN.
    record JournalName(String name, boolean truncated) implements Term {}

    /// Published from the first day of one date to the last day of another.
    record Published(PublicationDate from, PublicationDate until) implements Term {

        public Published {
            if (first(from) > last(until)) {
                throw new IllegalArgumentException("ends before it begins");
            }
        }

        /// The first day, as eight digits of a number: year, month, day.
        public int firstDay() {
            return first(from);
        }

        /// The last day, likewise.
        public int lastDay() {
            return last(until);
        }

        /// The day on which a date begins: what it does not say is the first.
        public static int first(PublicationDate date) {
            return (date.year() * 100 + Math.max(1, date.month())) * 100 + Math.max(1, date.day());
        }

        /// The day on which a date ends.
        static int last(PublicationDate date) {
            int month = date.month() == 0 ? 12 : date.month();
            int day = date.day() == 0 ? YearMonth.of(date.year(), month).lengthOfMonth() : date.day();
            return (date.year() * 100 + month) * 100 + day;
        }
    }

    /// A language by its code of three letters, as NLM writes it: `eng`, `ger`.
    record Language(String code) implements Term {}

    /// An article by one of its ids: `pmid:1`, `pmcid:PMC1`, `doi:10.1000/x`.
    record Identifier(String alias) implements Term {}

    /// A filter that is known by its name.
    record Filter(ClinicalQuery query) implements Expression {}

    /// What an earlier line of the strategy matches.
    record Reference(int line) implements Expression {}

    private static List<Expression> atLeastTwo(List<Expression> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException(operands.size() + " operands");
        }
        return List.copyOf(operands);
    }
}
