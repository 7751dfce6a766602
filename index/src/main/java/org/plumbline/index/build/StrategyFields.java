package org.plumbline.index.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.plumbline.citations.Article;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Term;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.StrategyKeys;
import org.plumbline.index.lucene.StrategyWords;
import org.plumbline.index.lucene.UnstemmedWords;
import org.plumbline.index.pubmed.Expression.Published;

/// The fields of an article that strategies in PubMed's language search.
final class StrategyFields {

    private static final int LONGEST_KEY = 1_000;

    private StrategyFields() {}

    static void add(Document document, ArticleWithTexts input) {
        Article article = input.article();
        Bibliography bibliography = article.bibliography();
        document.add(StrategyWords.field(Fields.STRATEGY_TITLE, List.of(bibliography.title())));
        document.add(StrategyWords.field(Fields.STRATEGY_ABSTRACT, input.abstractSections()));
        document.add(StrategyWords.field(Fields.STRATEGY_KEYWORDS, article.keywords()));
        document.add(StrategyWords.field(Fields.STRATEGY_SUBJECT, subject(article)));
        keys(document, Fields.STRATEGY_MESH, headings(article.mesh()));
        keys(document, Fields.STRATEGY_AUTHOR, authors(bibliography.authors()));
        if (bibliography.date() != null) {
            document.add(new IntPoint(Fields.STRATEGY_DATE, Published.first(bibliography.date())));
        }
    }

    /// Names of headings, their subheadings and publication types, each once.
    private static List<String> subject(Article article) {
        Set<String> names = new TreeSet<>();
        for (Term heading : article.mesh()) {
            names.addAll(List.of(heading.name().split("/", -1)));
        }
        article.publicationTypes().forEach(type -> names.add(type.name()));
        return new ArrayList<>(names);
    }

    /// A heading is there too where a source gives it with its subheading only.
    private static Set<String> headings(List<Term> mesh) {
        Set<String> keys = new TreeSet<>();
        for (Term term : mesh) {
            String[] parts = term.name().split("/", -1);
            Set<String> of = new TreeSet<>();
            of.add(StrategyKeys.heading(parts[0], ""));
            if (term.id().matches("D[0-9]+")) {
                of.add(StrategyKeys.heading(term.id(), ""));
            }
            for (int i = 1; i < parts.length; i++) {
                of.add(StrategyKeys.heading(parts[0], parts[i]));
                of.add(StrategyKeys.qualifier(parts[i]));
            }
            keys.addAll(of);
            if (term.major()) {
                of.forEach(key -> keys.add(StrategyKeys.major(key)));
            }
        }
        return keys;
    }

    private static Set<String> authors(List<Author> authors) {
        Set<String> keys = new TreeSet<>();
        for (Author author : authors) {
            String name = author.collective().isEmpty() ? author.family() : author.collective();
            String initials = String.join("", UnstemmedWords.of(author.initials()));
            keys.add(StrategyKeys.author(UnstemmedWords.of(name), initials));
            if (keys.size() == 1) {
                keys.add(StrategyKeys.first(keys.iterator().next()));
            }
        }
        return keys;
    }

    private static void keys(Document document, String field, Set<String> keys) {
        for (String key : keys) {
            if (key.length() <= LONGEST_KEY) {
                document.add(new StringField(field, key, Field.Store.NO));
            }
        }
    }
}
