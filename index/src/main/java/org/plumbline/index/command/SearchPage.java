package org.plumbline.index.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.citations.Standing;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.Hit;
import org.plumbline.index.IndexedArticle;
import org.plumbline.index.PassageHit;
import org.plumbline.index.SearchResult;

/// Lays a search result out for people: bold on a terminal, guillemets elsewhere.
final class SearchPage {

    private static final String INDENT = "    ";

    private final Emphasis emphasis;

    SearchPage(boolean terminal) {
        emphasis = new Emphasis(terminal);
    }

    List<String> lines(SearchResult result) {
        List<String> lines = new ArrayList<>();
        int rank = 1;
        for (Hit hit : result.hits()) {
            add(hit, rank++, lines);
        }
        lines.add(
                result.hits().isEmpty()
                        ? "no article matches"
                        : String.format(
                                Locale.ROOT, "%,d shown; %s", result.hits().size(), WordCount.of(result.matched())));
        return lines;
    }

    private void add(Hit hit, int rank, List<String> lines) {
        IndexedArticle found = hit.article();
        lines.add(String.format(
                Locale.ROOT,
                "%2d. %s",
                rank,
                Printable.line(found.article().bibliography().title())));
        lines.add(INDENT + Printable.line(CitationLine.of(found.article())));
        if (found.article().standing() != Standing.NO_KNOWN_EVENT) {
            lines.add(INDENT + "! " + words(found.article().standing()));
        }
        lines.add(INDENT + found.design().kind().words() + " ("
                + Printable.line(found.design().signal()) + ")");
        lines.add("");
        if (hit.passages().isEmpty()) {
            lines.add(INDENT + "(no text is held)");
        } else {
            PassageHit best = hit.passages().getFirst();
            lines.addAll(emphasis.lines(best, INDENT));
            lines.add(INDENT + best.passage().location());
        }
        lines.add("");
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case RETRACTED -> "RETRACTED";
            case PARTLY_RETRACTED -> "retracted in part";
            case CONCERN -> "an expression of concern stands against it";
            case SUPERSEDED -> "a newer version exists";
            case CORRECTED -> "a correction was published";
            case NO_KNOWN_EVENT -> "";
        };
    }
}
