package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;

/// Reads pages as a person does: title, abstract, the sections under their headings, then what is behind them.
///
/// Left out on purpose, as in a JATS text: authors and their addresses, the reference list, running heads. Small
/// print and pictures' lettering between title and text are left out too; elsewhere small print is a footnote.
public final class PageLayout {

    private static final Pattern CAPTION = Pattern.compile(
            "^(?:Supplementary |Extended Data )?(Fig(?:ure|\\.)?|Table|Scheme|Box|Chart|Plate|Appendix Table)s?\\s*[A-Z]?\\d{1,3}[A-Za-z]?\\s*"
                    + "([.:|—–]|\\s\\p{Lu}|$|\\()");
    private static final Pattern RUN_IN_ABSTRACT = Pattern.compile(
            "^(Abstract|ABSTRACT|Summary|SUMMARY|A B S T R A C T)(?:\\s*[:.—–-]\\s*|\\s+)(?=\\p{Lu}|\\d)");
    private static final Pattern KEYWORDS =
            Pattern.compile("^(?i:key ?-?words?|index terms|MeSH terms)\\s*[:.—–-]?\\s*");
    private static final Pattern ITEM = Pattern.compile("^([•▪◦●■–-]|\\(?(\\d{1,2}|[a-z]|[ivx]{1,4})[.)])\\s.*");
    private static final int LONGEST_HEADING = 160;
    private static final int ABSTRACT_LETTERS = 400;

    /// In an article, what has fewer letters and stands apart is a picture's.
    private static final int LETTERING = 20;

    /// Where more of the letters fit nowhere, the document is no article.
    private static final double MOST_DROPPED = 0.5;

    private enum Zone {
        FRONT,
        ABSTRACT,
        BODY,
        BACK,
        REFERENCES
    }

    private final Typeface body;
    private final Vocabulary vocabulary;
    private final Set<Double> lefts;
    private final SectionList sections = new SectionList();
    private final List<String> keywords = new ArrayList<>();
    private final boolean isArticle;
    private Zone zone;
    private String top = "";
    private String below = "";
    private String mainStyle = "";
    private double smallest;
    private Prose prose;
    private Line last;
    private boolean inKeywords;
    private long dropped;

    private PageLayout(List<Page> pages, Typeface body, boolean hasFront) {
        this.body = body;
        this.vocabulary = Vocabulary.of(pages);
        this.prose = new Prose(vocabulary);
        this.isArticle = hasFront;
        this.zone = hasFront ? Zone.FRONT : Zone.BODY;
        this.smallest = body.size() - Typeface.TOLERANCE;
        this.lefts = lefts(pages, body);
        this.last = new Line(0, 0, 0, 0, 0, "", false, 0, "", List.of());
    }

    /// The text of these pages; nothing stands in it where they have no words.
    public static LaidOut read(List<Page> painted) {
        Typeface body = Typeface.of(painted);
        List<Page> pages =
                Furniture.off(painted, body).stream().map(ReadingOrder::of).toList();
        List<Block> blocks = new ArrayList<>();
        for (Page page : pages) {
            blocks.addAll(Block.of(page.lines(), body));
        }
        Optional<Block> title = title(blocks, body);
        PageLayout layout = article(pages, body, blocks, title);
        long letters = blocks.stream().mapToLong(Block::letters).sum();
        if (layout.dropped > MOST_DROPPED * letters) {
            // It has another form than an article: better all of it, plainly, than half.
            layout = plain(pages, body);
        }
        if (layout.sections.sections().isEmpty()) {
            layout = plain(painted, body);
        }
        return new LaidOut(title.map(Block::words).orElse(""), layout.sections.sections(), layout.keywords);
    }

    private static PageLayout article(List<Page> pages, Typeface body, List<Block> blocks, Optional<Block> title) {
        boolean hasFront = blocks.stream().anyMatch(block -> opensText(block, body));
        PageLayout layout = new PageLayout(pages, body, hasFront);
        title.ifPresent(block -> {
            block.lines().forEach(layout.prose::add);
            layout.sections.add(Part.TITLE, Role.OTHER, List.of(), layout.prose);
            layout.prose = new Prose(layout.vocabulary);
        });
        blocks.stream().filter(block -> title.filter(block::equals).isEmpty()).forEach(layout::take);
        layout.flush();
        return layout;
    }

    /// Line by line.
    private static PageLayout plain(List<Page> pages, Typeface body) {
        PageLayout layout = new PageLayout(pages, body, false);
        for (Page page : pages) {
            for (Line line : page.lines()) {
                layout.prose.endParagraph();
                layout.prose.add(line);
            }
        }
        layout.flush();
        return layout;
    }

    private static boolean opensText(Block block, Typeface body) {
        Heading heading = Heading.of(block.words());
        boolean opens = heading.kind() == Heading.Kind.ABSTRACT || heading.kind() == Heading.Kind.MAIN;
        return (opens && block.size() >= body.size() - Typeface.TOLERANCE)
                || RUN_IN_ABSTRACT.matcher(block.words()).find();
    }

    /// The largest words of the upper part of the first page that has any.
    private static Optional<Block> title(List<Block> blocks, Typeface body) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        int page = blocks.getFirst().first().page();
        return blocks.stream()
                .filter(block -> block.first().page() == page && block.first().turned() == 0)
                .filter(block -> block.size() > body.size() + 1.5)
                .filter(block -> block.letters() >= 15 && block.words().split(" ").length >= 3)
                .max((one, other) -> Double.compare(one.size(), other.size()) != 0
                        ? Double.compare(one.size(), other.size())
                        : Double.compare(other.first().y(), one.first().y()));
    }

    private void take(Block block) {
        if (block.first().turned() != 0) {
            return;
        }
        Heading heading = Heading.of(block.words());
        if (isHeading(block, heading)) {
            open(heading, block);
        } else if (zone == Zone.REFERENCES) {
            return;
        } else if (isCaption(block)) {
            caption(block);
        } else if (zone == Zone.FRONT && RUN_IN_ABSTRACT.matcher(block.words()).find()) {
            smallest = Math.min(smallest, block.size() - 0.3);
            text(block);
        } else if (isProse(block)) {
            text(block);
        } else if (zone == Zone.BODY || zone == Zone.BACK) {
            beside(block);
        } else {
            dropped += block.letters();
        }
    }

    // --- headings

    private boolean isHeading(Block block, Heading heading) {
        String words = block.words();
        boolean form = block.rows().size() <= 3
                && words.length() <= LONGEST_HEADING
                && block.letters() >= 3
                && !words.matches(".*[,;]$|.*[a-z]{2}\\.$")
                && words.matches("^(\\d|[IVX]+\\.|\\p{Lu}).*")
                && !CAPTION.matcher(words).find()
                && !block.isTabular();
        if (!form) {
            return false;
        }
        boolean outstanding = isOutstanding(block);
        if (heading.isKnown()) {
            boolean alone = block.rows().size() == 1 && (block.apart() || outstanding);
            return alone && (outstanding || zone != Zone.REFERENCES) && block.size() >= smallest - 2.5;
        }
        if (zone == Zone.FRONT || zone == Zone.ABSTRACT || zone == Zone.REFERENCES) {
            return false;
        }
        boolean wordy = words.matches(".*\\p{L}{3}.*") && block.size() >= smallest;
        boolean placed = lefts.contains(Math.rint(block.first().x()))
                || block.size() > body.size() + 0.8
                || (heading.depth() > 0 && isCapitals(block));
        boolean otherFont = !block.first().font().isEmpty()
                && !block.first().font().equals(body.font())
                && block.widest() < 0.97 * body.column();
        boolean free = !prose.isOpen() || (block.apart() && !isNextColumn(block));
        return wordy && placed && free && (outstanding || otherFont);
    }

    private boolean isOutstanding(Block block) {
        boolean bold = block.first().bold() && !isBoldFont(body.font());
        return bold || block.size() > body.size() + 0.8 || isCapitals(block);
    }

    private static boolean isCapitals(Block block) {
        return block.apart() && block.words().matches("(?:[IVX]+\\. |\\d[\\d.]* )?[\\p{Lu}\\d\\s\\p{P}]{6,}");
    }

    private static boolean isBoldFont(String font) {
        return font.matches("(?i).*bold.*|.*\\.B");
    }

    private boolean isNextColumn(Block block) {
        return block.first().page() != last.page() || block.first().y() < last.y();
    }

    private void open(Heading heading, Block block) {
        if (heading.kind() == Heading.Kind.REFERENCES) {
            flush();
            zone = Zone.REFERENCES;
            return;
        }
        boolean insideAbstract = zone == Zone.ABSTRACT
                && heading.kind() == Heading.Kind.MAIN
                && !isOutstanding(block)
                && prose.isEmpty();
        flush();
        String style = Math.round(block.size()) + block.first().font();
        switch (heading.kind()) {
            case ABSTRACT -> zone = Zone.ABSTRACT;
            case MAIN -> {
                zone = insideAbstract ? Zone.ABSTRACT : Zone.BODY;
                mainStyle = mainStyle.isEmpty() ? style : mainStyle;
            }
            case BACK -> zone = Zone.BACK;
            case OTHER -> zone = zone == Zone.BACK && !style.equals(mainStyle) ? Zone.BACK : Zone.BODY;
            case REFERENCES -> throw new IllegalStateException("references are left out");
        }
        boolean isTop =
                heading.depth() == 1 || (heading.depth() == 0 && (heading.isKnown() || style.equals(mainStyle)));
        if (isTop) {
            top = heading.words();
            below = "";
        } else {
            below = heading.words();
        }
        boolean small = block.size() < body.size() - Typeface.TOLERANCE;
        smallest = small ? block.size() - 1.3 : body.size() - Typeface.TOLERANCE;
        last = block.lines().getLast();
    }

    private List<String> heading() {
        if (zone == Zone.ABSTRACT) {
            return Heading.of(top).kind() == Heading.Kind.ABSTRACT || top.isEmpty() ? List.of() : List.of(top);
        }
        return List.of(top, below).stream().filter(title -> !title.isEmpty()).toList();
    }

    // --- captions and what else stands beside the text

    private boolean isCaption(Block block) {
        if (!CAPTION.matcher(block.words()).find()) {
            return false;
        }
        boolean other = Math.abs(block.size() - body.size()) > 0.4
                || block.first().bold()
                || !lefts.contains(Math.rint(block.first().x()));
        return other || !prose.isOpen();
    }

    private void caption(Block block) {
        boolean table = block.words().matches("(?i)^(supplementary |appendix |extended data )?table.*");
        int lines = 1;
        while (lines < block.rows().size() && !(table && block.rows().get(lines).size() > 1)) {
            lines++;
        }
        Prose words = new Prose(vocabulary);
        new Block(block.rows().subList(0, lines), true).lines().forEach(words::add);
        sections.caption(table ? Part.TABLE : Part.FIGURE, heading(), words);
        if (lines < block.rows().size()) {
            cells(block.rows().subList(lines, block.rows().size()));
        }
    }

    private void cells(List<List<Line>> rows) {
        Prose words = new Prose(vocabulary);
        for (List<Line> row : rows) {
            words.endParagraph();
            words.row(row);
        }
        sections.beside(Part.TABLE, heading(), words);
    }

    private void beside(Block block) {
        if (block.isTabular()) {
            cells(block.rows());
        } else if (block.letters() >= (isArticle ? LETTERING : 2)) {
            Prose words = new Prose(vocabulary);
            block.lines().forEach(words::add);
            sections.beside(Part.FOOTNOTE, heading(), words);
        } else {
            dropped += block.letters();
        }
    }

    // --- text

    private boolean isProse(Block block) {
        if (block.isTabular() || block.size() < smallest || block.letters() < 2) {
            return false;
        }
        boolean atLeft = lefts.contains(Math.rint(block.first().x()));
        if (prose.isOpen() && atLeft) {
            return true;
        }
        boolean narrow = block.widest() < 0.4 * body.column();
        return block.letters() >= 25 ? !narrow || atLeft : atLeft && !prose.isEmpty();
    }

    private void text(Block block) {
        List<Line> lines = block.lines();
        String words = block.words();
        Matcher abstractLabel = RUN_IN_ABSTRACT.matcher(lines.getFirst().words().strip());
        if (KEYWORDS.matcher(words).find() && zone != Zone.BODY) {
            keywords.addAll(keywordsIn(KEYWORDS.matcher(words).replaceFirst("")));
            inKeywords = true;
            return;
        }
        if (inKeywords && !block.apart() && zone != Zone.BODY) {
            return;
        }
        inKeywords = false;
        if (zone == Zone.FRONT && abstractLabel.find()) {
            zone = Zone.ABSTRACT;
            top = "";
            lines = new ArrayList<>(lines);
            lines.set(0, without(lines.getFirst(), abstractLabel.end()));
        } else if (zone == Zone.FRONT) {
            if (block.letters() < ABSTRACT_LETTERS) {
                dropped += block.letters();
                return;
            }
            zone = Zone.ABSTRACT;
        }
        paragraphs(lines);
    }

    private void paragraphs(List<Line> lines) {
        for (Line line : lines) {
            if (beginsParagraph(line)) {
                prose.endParagraph();
            }
            prose.add(line);
            last = line;
        }
    }

    private boolean beginsParagraph(Line line) {
        boolean below = last.isFollowedBy(line, body.leading());
        boolean capital = line.words().strip().matches("^\\p{Lu}.*");
        if (ITEM.matcher(line.words().strip()).matches() && !prose.isOpen()) {
            return true;
        }
        if (prose.isOpen()) {
            boolean gap = line.page() == last.page() && line.y() > last.y() && !below;
            return gap && capital && line.x() < last.right() && last.width() < 0.8 * body.column();
        }
        boolean indented = line.x() > last.x() + 0.6 * line.size() && line.x() < last.x() + 5 * line.size();
        boolean shortBefore = last.width() < 0.93 * body.column();
        return (!below && (capital || indented)) || indented || (shortBefore && capital);
    }

    private static Line without(Line line, int lead) {
        String stripped = line.words().strip();
        return new Line(
                line.page(),
                line.x(),
                line.y(),
                line.right(),
                line.size(),
                line.font(),
                line.bold(),
                line.turned(),
                stripped.substring(lead),
                List.of());
    }

    private static List<String> keywordsIn(String words) {
        String separator = words.contains(";") ? ";" : ",";
        return Arrays.stream(words.split(separator, -1))
                .map(word -> word.replaceFirst("[.]$", "").strip())
                .filter(word -> !word.isEmpty() && word.length() < 80)
                .toList();
    }

    private void flush() {
        Part part = switch (zone) {
            case FRONT, ABSTRACT -> Part.ABSTRACT;
            case BODY -> Part.BODY;
            case BACK, REFERENCES -> Part.BACK;
        };
        List<String> heading = heading();
        Role own = top.isEmpty() ? Role.OTHER : Role.ofHeading(List.of(top));
        Role role = zone == Zone.ABSTRACT && heading.isEmpty()
                ? Role.OTHER
                : own == Role.OTHER ? Role.ofHeading(heading) : own;
        sections.add(part, role, heading, prose);
        prose = new Prose(vocabulary);
    }

    /// Where lines of the text begin: the columns' left edges.
    private static Set<Double> lefts(List<Page> pages, Typeface body) {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> body.isText(line) && line.width() > 0.5 * body.column())
                .collect(Collectors.groupingBy(line -> Math.rint(line.x()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(left -> left.getValue() >= 3)
                .flatMap(left -> java.util.stream.Stream.of(left.getKey() - 1, left.getKey(), left.getKey() + 1))
                .collect(Collectors.toSet());
    }
}
