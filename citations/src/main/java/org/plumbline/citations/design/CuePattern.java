package org.plumbline.citations.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern in any case, that is tried only where it can match: in texts with the letters that every match must
/// hold, and at words that begin as one of its matches can, or at the text's start alone. Its answers are the pattern's
/// own.
final class CuePattern {

    private final Pattern pattern;
    private final List<String> needed;
    private final List<int[]> pieces;
    private final Optional<BitSet> starts;
    private final boolean atStartOnly;

    private CuePattern(Pattern pattern, List<String> needed, Optional<BitSet> starts, boolean atStartOnly) {
        this.pattern = pattern;
        this.needed = needed;
        this.pieces = needed.stream().map(Letters::piece).toList();
        this.starts = starts;
        this.atStartOnly = atStartOnly;
    }

    static CuePattern of(String regex) {
        return new CuePattern(
                Pattern.compile(regex, Pattern.CASE_INSENSITIVE),
                List.copyOf(NeededLetters.of(regex)),
                WordStarts.of(regex).map(WordBeginnings::ways),
                TextStart.only(regex));
    }

    Pattern pattern() {
        return pattern;
    }

    /// In lower case, one of them is in every match; empty where nothing is known of it.
    List<String> needed() {
        return needed;
    }

    /// Whether it is known how the words begin at which it can match.
    boolean knowsStarts() {
        return starts.isPresent();
    }

    /// Whether there may be a match in a text, or in a part of it.
    boolean mayBeIn(ScannedText text) {
        if (pieces.isEmpty()) {
            return true;
        }
        Letters letters = text.letters();
        for (int[] piece : pieces) {
            if (letters.mayHold(piece)) {
                return true;
            }
        }
        return false;
    }

    Matcher matcher(CharSequence words) {
        return pattern.matcher(words);
    }

    /// The first match.
    Optional<MatchResult> find(ScannedText text) {
        return matches(text, 1).stream().findFirst();
    }

    /// The matches from left to right, those that [Matcher#results] finds.
    ///
    /// @param most how many at most
    List<MatchResult> matches(ScannedText text, int most) {
        if (!mayBeIn(text)) {
            return List.of();
        }
        Matcher matcher = pattern.matcher(text.words());
        if (atStartOnly) {
            return matcher.lookingAt() ? List.of(matcher.toMatchResult()) : List.of();
        }
        return starts.isPresent()
                ? atWords(matcher, text, starts.get(), most)
                : matcher.results().limit(most).toList();
    }

    /// What it matches, in lower case, each once.
    Set<String> found(ScannedText text) {
        Set<String> found = new TreeSet<>();
        matches(text, Integer.MAX_VALUE)
                .forEach(match -> found.add(match.group().toLowerCase(Locale.ROOT)));
        return found;
    }

    private static List<MatchResult> atWords(Matcher matcher, ScannedText text, BitSet ways, int most) {
        List<MatchResult> matches = new ArrayList<>();
        matcher.useAnchoringBounds(false).useTransparentBounds(true);
        int from = 0;
        WordBeginnings words = text.beginnings();
        for (int word = 0; word < words.count() && matches.size() < most; word++) {
            int start = words.start(word);
            if (start >= from && words.is(word, ways)) {
                matcher.region(start, text.words().length());
                if (matcher.lookingAt()) {
                    matches.add(matcher.toMatchResult());
                    from = matcher.end();
                }
            }
        }
        return matches;
    }
}
