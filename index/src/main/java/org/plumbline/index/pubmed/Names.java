package org.plumbline.index.pubmed;

import java.util.Optional;
import org.plumbline.citations.LanguageCode;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Topic;

/// Reads a term as a name: of a heading, a person, a journal, a language, a filter.
final class Names {

    private final TermText term;
    private final Source source;

    Names(TermText term) {
        this.term = term;
        this.source = term.source();
    }

    Expression heading(Narrower narrower, Topic topic) {
        String name = name();
        int slash = name.indexOf('/');
        if (slash < 0) {
            return new Expression.Heading(stem(), "", isTruncated(), narrower, topic);
        }
        String qualifier = qualifier(name.substring(slash + 1).strip());
        return new Expression.Heading(name.substring(0, slash).strip(), qualifier, false, narrower, topic);
    }

    Expression subheading(Narrower narrower) {
        return new Expression.Subheading(qualifier(name()), narrower);
    }

    Expression type(Narrower narrower) {
        return new Expression.Type(stem(), isTruncated(), narrower);
    }

    /// Quotation marks say that no further initials may follow.
    Expression author(Place place) {
        boolean truncated = isTruncated();
        return new Expression.Author(stem(), term.quoted() && !truncated, truncated, place);
    }

    Expression journal() {
        return new Expression.JournalName(stem(), isTruncated());
    }

    Expression language() {
        String name = name();
        return findLanguage(name)
                .orElseThrow(() -> source.refusal(
                        term.start(),
                        "\"" + name
                                + "\" is no language that is known: write it in English, or NLM's code, such as ger"));
    }

    private String qualifier(String name) {
        if (name.length() < 3 || name.contains("*")) {
            throw source.refusal(
                    term.start(), "\"" + name + "\" is no subheading: write its name in full, such as drug therapy");
        }
        return name;
    }

    private static Optional<Expression> findLanguage(String name) {
        return LanguageCode.isKnown(name)
                ? Optional.of(new Expression.Language(LanguageCode.of(name)))
                : Optional.empty();
    }

    Expression filter() {
        String name = name();
        var query = ClinicalQuery.find(name);
        if (query.isPresent()) {
            return new Expression.Filter(query.get());
        }
        if (name.equalsIgnoreCase("humans")) {
            return new Expression.Heading("Humans", "", false, Narrower.NOT, Topic.ANY);
        }
        return findLanguage(name)
                .orElseThrow(() -> source.refusal(
                        term.start(), ClinicalQuery.refusal(name) + ", humans, and languages such as english"));
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
            throw source.refusal(term.start(), "a star stands at the end of a name only");
        }
        return Words.stem(name.substring(0, star), source, term.start());
    }

    private String name() {
        String name = term.written();
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw source.refusal(term.start(), "no letter and no digit is left of it: write a name");
        }
        return name;
    }
}
