package org.plumbline.index.strategy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.citations.Article;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Word;
import org.plumbline.index.pubmed.TextField;

/// The words of articles, cut and compared slowly and plainly.
final class PlainWords {

    /// The words of one field, piece by piece.
    private record Pieces(List<List<String>> pieces) {}

    private final Map<String, Map<String, Pieces>> read = new HashMap<>();

    /// The words of a field, piece by piece.
    Stream<List<String>> pieces(TextField field, ArticleWithTexts article) {
        Map<String, Pieces> of = read.computeIfAbsent(article.article().id(), _ -> read(article));
        List<String> names = switch (field) {
            case TITLE -> List.of("title");
            case ABSTRACT -> List.of("abstract");
            case KEYWORD -> List.of("keywords");
            case TITLE_ABSTRACT -> List.of("title", "abstract", "keywords");
            case TEXT_WORD, ALL -> List.of("title", "abstract", "keywords", "subject");
        };
        return names.stream().flatMap(name -> of.get(name).pieces().stream());
    }

    private static Map<String, Pieces> read(ArticleWithTexts input) {
        Article article = input.article();
        List<String> sections = List.of();
        for (Article.ArticleText listed : article.texts()) {
            Optional<Text> text = input.texts().stream()
                    .filter(one -> one.id().equals(listed.textId()))
                    .findFirst();
            List<String> of = text.stream()
                    .flatMap(one -> one.sections().stream())
                    .filter(section -> section.part() == Part.ABSTRACT)
                    .map(Section::content)
                    .filter(content -> !content.isBlank())
                    .toList();
            sections = sections.isEmpty() ? of : sections;
        }
        List<String> subject = new ArrayList<>();
        article.mesh().forEach(term -> subject.addAll(Arrays.asList(term.name().split("/", -1))));
        article.publicationTypes().forEach(term -> subject.add(term.name()));
        return Map.of(
                "title", words(List.of(article.bibliography().title())),
                "abstract", words(sections),
                "keywords", words(article.keywords()),
                "subject", words(subject));
    }

    private static Pieces words(List<String> texts) {
        return new Pieces(texts.stream().map(PlainWords::words).toList());
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{Nd}\\p{Mn}\\p{Cf}]+", -1))
                .map(PlainWords::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(String word) {
        String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[\\p{Mn}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l");
        if (plain.length() > 1) {
            plain = plain.replace("μ", "u");
        }
        return plain.codePoints()
                .mapToObj(letter -> letter >= 'α' && letter <= 'ω' ? greek(letter) : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private static String greek(int letter) {
        String[] name = Character.getName(letter).split(" ", -1);
        return name[name.length - 1].toLowerCase(Locale.ROOT).replace("lamda", "lambda");
    }

    static boolean hasPhrase(List<String> words, List<Word> phrase) {
        List<String> wanted = new ArrayList<>();
        for (Word word : phrase) {
            List<String> parts = words(word.written());
            for (int i = 0; i < parts.size(); i++) {
                wanted.add(parts.get(i) + (word.truncated() && i == parts.size() - 1 ? "*" : ""));
            }
        }
        return IntStream.rangeClosed(0, words.size() - wanted.size())
                .anyMatch(at -> IntStream.range(0, wanted.size()).allMatch(i -> is(words.get(at + i), wanted.get(i))));
    }

    private static boolean is(String word, String wanted) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }

    /// Looks at every window.
    static boolean isNear(List<String> words, Expression.Near near) {
        List<String> wanted =
                near.words().stream().flatMap(word -> words(word).stream()).toList();
        int width = wanted.size() + near.most();
        for (int from = 0; from < words.size(); from++) {
            List<String> window = new ArrayList<>(words.subList(from, Math.min(words.size(), from + width)));
            if (wanted.stream().allMatch(window::remove)) {
                return true;
            }
        }
        return false;
    }

    /// The letters and digits of a name, by which names are compared.
    static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceFirst("^the\\s+", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
