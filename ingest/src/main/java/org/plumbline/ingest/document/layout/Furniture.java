package org.plumbline.ingest.document.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes off what a page carries beside its article: running heads and feet, page numbers, watermarks, line numbers.
///
/// Running heads are told by repetition: the same words, numbers aside, at the upper or lower edge of two pages in
/// five (and of three at least), or anywhere at the same place of two pages in three.
final class Furniture {

    private static final double EDGE = 0.12;
    private static final double SHARE_AT_EDGE = 0.4;
    private static final double SHARE_ANYWHERE = 0.66;
    private static final int FEWEST = 3;
    private static final int LINE_NUMBERS = 10;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)[-–—|]?\\s*(page|p\\.|pag\\.)?\\s*\\p{L}?\\d{1,5}\\s*((/|of|de|von|sur)\\s*\\d{1,5})?\\s*[-–—|]?");

    private final Set<String> repeated = new HashSet<>();
    private final boolean numbersLines;
    private final double bodyLeft;

    private Furniture(List<Page> pages, Typeface body) {
        Map<String, Set<Integer>> atEdge = new HashMap<>();
        Map<String, Set<Integer>> anywhere = new HashMap<>();
        for (Page page : pages) {
            for (Line line : page.lines()) {
                if (isAtEdge(line, page)) {
                    atEdge.computeIfAbsent(key(line), _ -> new HashSet<>()).add(page.number());
                }
                anywhere.computeIfAbsent(placed(line), _ -> new HashSet<>()).add(page.number());
            }
        }
        int size = pages.size();
        double edge = Math.max(Math.min(FEWEST, size), SHARE_AT_EDGE * size);
        double all = Math.max(FEWEST, SHARE_ANYWHERE * size);
        atEdge.forEach((key, on) -> add(key, on.size() >= edge && size > 1));
        anywhere.forEach((key, on) -> add(key, on.size() >= all));
        bodyLeft = body.left();
        numbersLines = pages.stream()
                        .flatMap(page -> page.lines().stream())
                        .filter(this::looksLikeLineNumber)
                        .count()
                >= (long) LINE_NUMBERS * Math.max(1, size / 2);
    }

    /// The pages without it.
    static List<Page> off(List<Page> pages, Typeface body) {
        Furniture furniture = new Furniture(pages, body);
        return pages.stream()
                .map(page -> page.with(page.lines().stream()
                        .filter(line -> !furniture.holds(line, page))
                        .toList()))
                .toList();
    }

    private void add(String key, boolean often) {
        if (often) {
            repeated.add(key);
        }
    }

    private boolean holds(Line line, Page page) {
        boolean edge = isAtEdge(line, page);
        return (edge && repeated.contains(key(line)))
                || repeated.contains(placed(line))
                || (edge && PAGE_NUMBER.matcher(line.words().strip()).matches())
                || (numbersLines && looksLikeLineNumber(line));
    }

    private boolean looksLikeLineNumber(Line line) {
        return line.right() < bodyLeft && line.words().strip().matches("\\d{1,4}");
    }

    private static boolean isAtEdge(Line line, Page page) {
        return line.y() < EDGE * page.height() || line.y() > (1 - EDGE) * page.height();
    }

    private static String key(Line line) {
        return line.words().strip().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#");
    }

    private static String placed(Line line) {
        return Math.round(line.x() / 4) + " " + Math.round(line.y() / 4) + " " + key(line);
    }
}
