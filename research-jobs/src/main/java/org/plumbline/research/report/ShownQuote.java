package org.plumbline.research.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.Location;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.Quote;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.WrittenQuote;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// A quote as a reader sees it: in its context, with the place where it stands.
///
/// @param before the words of the section that stand directly before the quote, white space included, from the
///     start of the sentence before; empty at the section's start. Likewise `after`
/// @param marks superscripts, pages and the like, with offsets in [#context]
public record ShownQuote(
        WrittenQuote quote,
        TextKind textKind,
        Part part,
        Role role,
        List<String> heading,
        String label,
        String before,
        String after,
        List<Mark> marks) {

    public ShownQuote {
        heading = List.copyOf(heading);
        marks = List.copyOf(marks);
        for (Mark mark : marks) {
            if (mark.end() > before.length() + quote.words().length() + after.length()) {
                throw new IllegalArgumentException("mark " + mark + " is beyond the quote's context");
            }
        }
    }

    /// A quote between the sentence before it and the sentence after it.
    public static ShownQuote of(Text text, Quote quote) {
        Location location = quote.location();
        Section section = text.sections().get(location.section());
        int from = location.start();
        int to = location.end();
        for (Span sentence : Sentences.in(section.content(), section.marks())) {
            if (sentence.end() <= location.start()) {
                from = sentence.start();
            } else {
                from = Math.min(from, sentence.start());
            }
            if (sentence.end() > location.end()) {
                to = sentence.end();
                if (sentence.start() >= location.end()) {
                    break;
                }
            }
        }
        return within(text, section, quote, new Span(from, to));
    }

    private static ShownQuote within(Text text, Section section, Quote quote, Span context) {
        return new ShownQuote(
                quote.written(),
                text.kind(),
                section.part(),
                section.role(),
                section.heading(),
                section.label(),
                section.content().substring(context.start(), quote.location().start()),
                section.content().substring(quote.location().end(), context.end()),
                section.marks().stream()
                        .flatMap(mark -> within(mark, context).stream())
                        .toList());
    }

    /// A mark that stands in a context as a whole; of a page, the part that does.
    private static Optional<Mark> within(Mark mark, Span context) {
        int start = Math.max(mark.start(), context.start());
        int end = Math.min(mark.end(), context.end());
        boolean whole = start == mark.start() && end == mark.end();
        boolean kept = whole || (mark.kind() == Mark.Kind.PAGE && start < end);
        return kept
                ? Optional.of(new Mark(mark.kind(), start - context.start(), end - context.start(), mark.target()))
                : Optional.empty();
    }

    /// The pages on which the quote's words are printed, in order; none where the text has no pages.
    @JsonIgnore
    public List<String> pages() {
        int start = before.length();
        int end = start + quote.words().length();
        return marks.stream()
                .filter(mark -> mark.kind() == Mark.Kind.PAGE && mark.start() < end && mark.end() > start)
                .map(Mark::target)
                .distinct()
                .toList();
    }

    /// The words before, the quote's words, the words after: a stretch of the section as it stands.
    @JsonIgnore
    public String context() {
        return before + quote.words() + after;
    }
}
