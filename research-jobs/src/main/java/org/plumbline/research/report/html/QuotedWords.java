package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.plumbline.citations.Mark;
import org.plumbline.citations.text.Span;
import org.plumbline.research.report.ShownQuote;

/// Prints a quote's words to the letter: superscripts and subscripts as such, and stretches set off.
final class QuotedWords {

    private QuotedWords() {}

    /// The quote itself, as inline HTML.
    ///
    /// @param strong stretches of the quote's words that are set off, such as an effect and its interval
    static Html of(ShownQuote shown, List<Span> strong) {
        int start = shown.before().length();
        int end = start + shown.quote().words().length();
        List<Span> moved = strong.stream()
                .map(span -> new Span(span.start() + start, span.end() + start))
                .toList();
        return between(shown, start, end, moved);
    }

    /// The sentence before, the quote highlighted, the sentence after.
    static Html inContext(ShownQuote shown) {
        int start = shown.before().length();
        int end = start + shown.quote().words().length();
        return Html.row(
                between(shown, 0, start, List.of()),
                Html.tag("mark", between(shown, start, end, List.of())),
                between(shown, end, end + shown.after().length(), List.of()));
    }

    private static Html between(ShownQuote shown, int start, int end, List<Span> strong) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        for (Mark mark : shown.marks()) {
            cuts.add(mark.start());
            cuts.add(mark.end());
        }
        for (Span span : strong) {
            cuts.add(span.start());
            cuts.add(span.end());
        }
        List<Html> pieces = new ArrayList<>();
        int from = start;
        for (int to : cuts.subSet(start, false, end, true)) {
            pieces.add(piece(shown, new Span(from, to), strong));
            from = to;
        }
        return new Html.Row(List.copyOf(pieces));
    }

    private static Html piece(ShownQuote shown, Span piece, List<Span> strong) {
        Html words = Html.text(piece.of(shown.context()));
        if (isMarked(shown, piece, Mark.Kind.SUPERSCRIPT)) {
            words = Html.tag("sup", words);
        } else if (isMarked(shown, piece, Mark.Kind.SUBSCRIPT)) {
            words = Html.tag("sub", words);
        }
        boolean setOff = strong.stream().anyMatch(span -> covers(span.start(), span.end(), piece));
        return setOff ? Html.tag("strong", words) : words;
    }

    private static boolean isMarked(ShownQuote shown, Span piece, Mark.Kind kind) {
        return shown.marks().stream().anyMatch(mark -> mark.kind() == kind && covers(mark.start(), mark.end(), piece));
    }

    private static boolean covers(int start, int end, Span piece) {
        return start <= piece.start() && piece.end() <= end;
    }
}
