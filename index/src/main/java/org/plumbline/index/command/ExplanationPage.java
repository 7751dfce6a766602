package org.plumbline.index.command;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.Explanation;
import org.plumbline.index.Explanation.PassagePart;
import org.plumbline.index.Explanation.TermPart;

/// Lays an explanation out for people: the score as a sum, part below part.
final class ExplanationPage {

    private final Emphasis emphasis;
    private final List<String> lines = new ArrayList<>();

    ExplanationPage(boolean terminal) {
        emphasis = new Emphasis(terminal);
    }

    List<String> lines(Explanation explanation) {
        var article = explanation.article().article();
        lines.add(Printable.line(article.bibliography().title()));
        lines.add(Printable.line(CitationLine.of(article)));
        lines.add("");
        lines.add(place(explanation));
        explanation.bars().forEach(bar -> lines.add("kept out by " + Printable.line(bar)));
        if (!explanation.lacking().isEmpty()) {
            lines.add("it lacks: " + Printable.line(String.join(", ", explanation.lacking())));
        }
        for (int i = 0; i < explanation.passages().size(); i++) {
            add(explanation.passages().get(i), i == 0);
        }
        explanation
                .signals()
                .forEach(signal -> lines.add("%8.4f  %s %.4f: %s"
                        .formatted(
                                signal.contribution(), signal.name(), signal.value(), Printable.line(signal.words()))));
        if (!explanation.passages().isEmpty()) {
            lines.add("");
            lines.add("%8.4f  in all".formatted(explanation.score()));
        }
        return List.copyOf(lines);
    }

    private static String place(Explanation explanation) {
        if (explanation.rank() == null) {
            return "it does not match: no passage of it answers the search";
        }
        return "%s %,d of %,d articles that match%s"
                .formatted(
                        explanation.bars().isEmpty() ? "rank" : "without filters it would be",
                        explanation.rank(),
                        explanation.articlesMatched(),
                        explanation.bars().isEmpty() ? "" : " the words");
    }

    private void add(PassagePart part, boolean best) {
        lines.add("");
        lines.add("%8.4f  %s"
                .formatted(
                        part.contribution(),
                        best
                                ? "the best passage"
                                : "a further passage: %.2f of its %.4f"
                                        .formatted(part.share(), part.hit().score())));
        lines.add("          " + part.hit().passage().location());
        lines.addAll(emphasis.lines(part.hit(), "          "));
        part.terms().forEach(term -> lines.add(line(term)));
    }

    private static String line(TermPart term) {
        String where = switch (term.where()) {
            case PASSAGE -> "in passage, heading and title";
            case SUBJECT -> "among MeSH headings and keywords";
        };
        return "            %8.4f  %s: %s %s; in %,d of %,d passages (idf %.2f)"
                .formatted(
                        term.score(),
                        Printable.line(term.words()),
                        term.times() == 1 ? "once" : term.times() + " times",
                        where,
                        term.passagesWithIt(),
                        term.passagesInAll(),
                        term.idf());
    }
}
