package org.plumbline.research.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.citations.Article.ArticleText;
import org.plumbline.citations.Text;
import org.plumbline.index.Filter;
import org.plumbline.index.Hit;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;

/// Finds what the searches by words miss because no single passage says all of it: of the articles that rank first for
/// the question as it was asked, those whose title, abstract, keywords and MeSH headings together speak of each of its
/// ideas.
public final class Closest {

    /// How many articles are looked at, best first.
    public static final int LOOKED_AT = 100;

    private final Snapshot snapshot;
    private final Mode ranking;

    public Closest(Snapshot snapshot, Mode ranking) {
        this.snapshot = snapshot;
        this.ranking = ranking;
    }

    /// The query by which a question is asked as it stands.
    static Query query(String question) {
        return Query.words(question.replace('"', ' ')).asking(question);
    }

    /// The articles, best first.
    ///
    /// @param query of words that may stand in an article, none required
    /// @param ideas each by one of several concepts
    public List<Hit> find(Query query, List<List<Concept>> ideas, Filter filter) {
        return snapshot.search(query, filter, ranking, LOOKED_AT).hits().stream()
                .filter(hit -> isAbout(hit, ideas))
                .toList();
    }

    private boolean isAbout(Hit hit, List<List<Concept>> ideas) {
        List<Text> texts = hit.article().article().texts().stream()
                .map(ArticleText::textId)
                .flatMap(id -> snapshot.findText(id).stream())
                .toList();
        List<String> summary = Summary.words(hit.article().article(), texts);
        return ideas.stream().allMatch(idea -> idea.stream().anyMatch(concept -> concept.in(summary)));
    }

    /// What is looked for, in words.
    static String words(List<List<Concept>> ideas) {
        return "the first " + LOOKED_AT
                + " for the question as asked, of which title, abstract, keywords and MeSH headings"
                + " together have "
                + ideas.stream()
                        .map(idea -> idea.stream().map(Concept::words).collect(Collectors.joining(", or ", "(", ")")))
                        .collect(Collectors.joining(" AND "));
    }
}
