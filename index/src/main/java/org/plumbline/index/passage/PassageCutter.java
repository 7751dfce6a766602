package org.plumbline.index.passage;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Location;
import org.plumbline.citations.Section;
import org.plumbline.citations.TextId;
import org.plumbline.citations.text.Span;
import org.plumbline.index.Passage;

/// Cuts a section into passages of whole sentences (rows, in a table), about equally long and of at most
/// [#MOST_WORDS] words, so that most have 100 to 200. Every character that is not white space stands in exactly
/// one.
public final class PassageCutter {

    /// Words are what white space separates.
    public static final int MOST_WORDS = 200;

    private PassageCutter() {}

    /// The passages of a section, in order.
    public static List<Passage> cut(TextId text, Section section) {
        List<Passage> passages = new ArrayList<>();
        for (Span span : group(Units.in(section), section.content())) {
            Location location = new Location(text, section.number(), span.start(), span.end());
            passages.add(new Passage(
                    location, section.part(), section.role(), section.heading(), span.of(section.content())));
        }
        return passages;
    }

    /// Joins units to spans: as many as needed, each ending at the unit that comes nearest to its equal share.
    private static List<Span> group(List<Span> units, String content) {
        int[] words =
                units.stream().mapToInt(unit -> Units.words(content, unit)).toArray();
        int all = 0;
        for (int count : words) {
            all += count;
        }
        int wanted = Math.max(1, Math.ceilDiv(all, MOST_WORDS));
        double share = (double) all / wanted;
        List<Span> spans = new ArrayList<>(wanted);
        int first = 0;
        int before = 0;
        int open = 0;
        for (int i = 0; i < units.size(); i++) {
            before += words[i];
            open += words[i];
            boolean last = i + 1 == units.size();
            int next = last ? 0 : words[i + 1];
            boolean nearest = before + next / 2.0 > share * (spans.size() + 1);
            if (last || nearest || open + next > MOST_WORDS) {
                spans.add(new Span(units.get(first).start(), units.get(i).end()));
                first = i + 1;
                open = 0;
            }
        }
        return spans;
    }
}
