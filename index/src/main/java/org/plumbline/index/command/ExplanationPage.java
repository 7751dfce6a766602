package org.plumbline.index.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.Explanation;
import org.plumbline.index.Explanation.PassagePart;
import org.plumbline.index.Explanation.Signal;
import org.plumbline.index.Explanation.TermPart;
import org.plumbline.index.Matched;

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
        addPassages(explanation);
        addSignals(explanation);
        return List.copyOf(lines);
    }

    private static String place(Explanation explanation) {
        if (explanation.rank() == null) {
            return explanation.unranked();
        }
        return String.format(
                Locale.ROOT,
                "%s %,d; %s",
                explanation.bars().isEmpty() ? "rank" : "without filters it would be rank",
                explanation.rank(),
                WordCount.of(Matched.exactly(explanation.articlesMatched())));
    }

    private void addPassages(Explanation explanation) {
        boolean wordsAlone = explanation.signals().isEmpty();
        if (!wordsAlone && !explanation.passages().isEmpty()) {
            boolean counts = explanation.signals().stream()
                    .anyMatch(signal -> signal.name().equals(Signal.WORDS));
            lines.add("");
            lines.add(
                    counts
                            ? "its words (BM25), which further down are one of the signals:"
                            : "its words (BM25), which do not count in this mode:");
        }
        for (int i = 0; i < explanation.passages().size(); i++) {
            add(explanation.passages().get(i), i == 0);
        }
        if (wordsAlone && !explanation.passages().isEmpty()) {
            addSum(explanation.rank() == null ? "in all by its words" : "in all", explanation.score());
        }
    }

    private void addSignals(Explanation explanation) {
        if (explanation.signals().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("what ranks it:");
        for (Signal signal : explanation.signals()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%8.4f  %s %.4f: %s",
                    signal.contribution(),
                    signal.name(),
                    signal.value(),
                    Printable.line(signal.words())));
        }
        addSum("in all", explanation.score());
    }

    private void addSum(String what, double score) {
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%8.4f  %s", score, what));
    }

    private void add(PassagePart part, boolean best) {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%8.4f  %s",
                part.contribution(),
                best
                        ? "the best passage"
                        : String.format(
                                Locale.ROOT,
                                "a further passage: %.2f of its %.4f",
                                part.share(),
                                part.hit().score())));
        lines.add("          " + part.hit().passage().location());
        lines.addAll(emphasis.lines(part.hit(), "          "));
        part.terms().forEach(term -> lines.add(line(term)));
    }

    private static String line(TermPart term) {
        String where = switch (term.where()) {
            case PASSAGE -> "in passage, heading and title";
            case SUBJECT -> "among MeSH headings and keywords";
        };
        return String.format(
                Locale.ROOT,
                "            %8.4f  %s: %s %s; in %,d of %,d passages (idf %.2f)",
                term.score(),
                Printable.line(term.words()),
                term.times() == 1 ? "once" : term.times() + " times",
                where,
                term.passagesWithIt(),
                term.passagesInAll(),
                term.idf());
    }
}
