package org.plumbline.index.passage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.index.Passage;

/// Chooses which sections of an article's texts are indexed: all of the fullest text; of each further text what the
/// texts before it do not say. Title and abstract stand in the PubMed record and in the full text: they are
/// compared by their letters and digits alone, and where they are the same the full text's copy is indexed.
public final class ArticlePassages {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ArticlePassages() {}

    /// The passages of an article, text by text.
    ///
    /// @param texts the article's texts, fullest first
    public static List<Passage> of(List<Text> texts) {
        List<Passage> passages = new ArrayList<>();
        if (texts.size() == 1) {
            texts.getFirst()
                    .sections()
                    .forEach(section ->
                            passages.addAll(PassageCutter.cut(texts.getFirst().id(), section)));
            return passages;
        }
        Set<String> titles = new HashSet<>();
        List<String> abstracts = new ArrayList<>();
        for (Text text : texts) {
            String wholeAbstract = folded(text, Part.ABSTRACT);
            boolean knownAbstract = abstracts.stream().anyMatch(known -> known.equals(wholeAbstract));
            for (Section section : text.sections()) {
                boolean known = switch (section.part()) {
                    case TITLE -> titles.contains(fold(section.content()));
                    case ABSTRACT ->
                        knownAbstract || abstracts.stream().anyMatch(one -> one.contains(fold(section.content())));
                    case BODY, TABLE, FIGURE, FOOTNOTE, BACK -> false;
                };
                if (!known) {
                    passages.addAll(PassageCutter.cut(text.id(), section));
                }
            }
            text.sections().stream()
                    .filter(section -> section.part() == Part.TITLE)
                    .forEach(section -> titles.add(fold(section.content())));
            abstracts.add(wholeAbstract);
        }
        return passages;
    }

    private static String folded(Text text, Part part) {
        StringBuilder words = new StringBuilder();
        for (Section section : text.sections()) {
            if (section.part() == part) {
                words.append(fold(section.content()));
            }
        }
        return words.toString();
    }

    private static String fold(String words) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
