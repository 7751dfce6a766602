package org.plumbline.index.strategy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.citations.Article;
import org.plumbline.citations.Author;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Section;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.mesh.MeshDescriptor;
import org.plumbline.index.pubmed.ClinicalQuery;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;
import org.plumbline.index.pubmed.TextField;

/// Says whether an article matches a query by looking at the article, slowly and plainly, without an index: what the
/// index is compared with.
final class PlainMatcher {

    /// The words of one field, piece by piece.
    private record Pieces(List<List<String>> pieces) {}

    private final List<MeshDescriptor> mesh;
    private final Map<Integer, Expression> lines;
    private final Map<String, Map<String, Pieces>> read = new HashMap<>();

    PlainMatcher(List<MeshDescriptor> mesh, Map<Integer, Expression> lines) {
        this.mesh = mesh;
        this.lines = lines;
    }

    Set<String> matching(Expression expression, Collection<ArticleWithTexts> articles) {
        return articles.stream()
                .filter(article -> matches(expression, article))
                .map(article -> article.article().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean matches(Expression expression, ArticleWithTexts article) {
        return switch (expression) {
            case Expression.And and -> and.operands().stream().allMatch(one -> matches(one, article));
            case Expression.Or or -> or.operands().stream().anyMatch(one -> matches(one, article));
            case Expression.Not not -> matches(not.from(), article) && !matches(not.without(), article);
            case Expression.Reference reference -> matches(lines.get(reference.line()), article);
            case Expression.Filter filter -> filter(filter.query(), article);
            case Expression.Text text ->
                pieces(text.field(), article).anyMatch(words -> hasPhrase(words, text.words()));
            case Expression.Near near -> pieces(near.field(), article).anyMatch(words -> isNear(words, near));
            case Expression.Heading heading -> article.article().mesh().stream().anyMatch(term -> has(term, heading));
            case Expression.Subheading sub ->
                article.article().mesh().stream()
                        .anyMatch(term -> term.name().contains("/")
                                && family(sub.name(), sub.narrower())
                                        .contains(letters(term.name().split("/", 2)[1])));
            case Expression.Type type -> types(article.article()).anyMatch(name -> isOneOf(name, type));
            case Expression.Author author -> hasAuthor(article.article(), author);
            case Expression.JournalName journal ->
                names(article.article().bibliography().journal())
                        .anyMatch(name -> journal.truncated()
                                ? name.startsWith(letters(journal.name()))
                                : name.equals(letters(journal.name())));
            case Expression.Published published -> wasPublished(article.article(), published);
            case Expression.Language language ->
                article.article().bibliography().language().equals(language.code());
            case Expression.Identifier id -> article.article().aliases().contains(id.alias());
        };
    }

    /// The published wording of PubMed's two filters, once more and by hand.
    private boolean filter(ClinicalQuery query, ArticleWithTexts article) {
        return switch (query) {
            case THERAPY_NARROW ->
                matches(type("Randomized Controlled Trial"), article)
                        || (hasWord("randomized", article)
                                && hasWord("controlled", article)
                                && hasWord("trial", article));
            case THERAPY_BROAD ->
                (hasWord("clinical", article) && hasWord("trial", article))
                        || matches(heading("Clinical Trials as Topic"), article)
                        || matches(type("Clinical Trial"), article)
                        || matches(
                                new Expression.Text(TextField.TITLE_ABSTRACT, List.of(new Word("random", true))),
                                article)
                        || matches(heading("Random Allocation"), article)
                        || matches(new Expression.Subheading("therapeutic use", Narrower.TOO), article);
        };
    }

    private static Expression heading(String name) {
        return new Expression.Heading(name, "", false, Narrower.TOO, Topic.ANY);
    }

    private static Expression type(String name) {
        return new Expression.Type(name, false, Narrower.TOO);
    }

    private boolean hasWord(String word, ArticleWithTexts article) {
        return matches(new Expression.Text(TextField.TITLE_ABSTRACT, List.of(new Word(word, false))), article);
    }

    private Stream<List<String>> pieces(TextField field, ArticleWithTexts article) {
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
        return new Pieces(texts.stream().map(PlainMatcher::words).toList());
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{Nd}\\p{Mn}\\p{Cf}]+", -1))
                .map(PlainMatcher::folded)
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

    private static boolean hasPhrase(List<String> words, List<Word> phrase) {
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
    private static boolean isNear(List<String> words, Expression.Near near) {
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

    private boolean has(Term term, Expression.Heading heading) {
        if (heading.major() == Topic.MAJOR && !term.major()) {
            return false;
        }
        String[] parts = term.name().split("/", 2);
        boolean qualified = heading.qualifier().isEmpty()
                || (parts.length == 2
                        && family(heading.qualifier(), heading.narrower()).contains(letters(parts[1])));
        if (heading.truncated()) {
            return qualified && letters(parts[0]).startsWith(letters(heading.name()));
        }
        return qualified
                && (meant(heading.name(), heading.narrower()).contains(letters(parts[0]))
                        || meant(heading.name(), heading.narrower()).contains(letters(term.id())));
    }

    private static Set<String> family(String name, Narrower narrower) {
        return narrower == Narrower.TOO && name.equals("therapeutic use")
                ? Set.of("therapeuticuse", "administrationanddosage", "adverseeffects", "poisoning")
                : Set.of(letters(name));
    }

    private boolean isOneOf(String name, Expression.Type type) {
        return type.truncated()
                ? name.startsWith(letters(type.name()))
                : meant(type.name(), type.narrower()).contains(name);
    }

    private final Map<String, Set<String>> meant = new HashMap<>();

    private Set<String> meant(String name, Narrower narrower) {
        return meant.computeIfAbsent(name + narrower, _ -> readMeant(name, narrower));
    }

    /// The names and ids of a heading and of all whose tree numbers begin with one of its own.
    private Set<String> readMeant(String name, Narrower narrower) {
        Set<String> names = new TreeSet<>(Set.of(letters(name)));
        for (MeshDescriptor heading : mesh) {
            boolean called = letters(heading.name()).equals(letters(name))
                    || heading.entryTerms().stream()
                            .anyMatch(term -> letters(term).equals(letters(name)));
            if (called) {
                names.addAll(Set.of(letters(heading.name()), letters(heading.id())));
            }
            if (called && narrower == Narrower.TOO) {
                mesh.stream().filter(one -> isBelow(one, heading)).forEach(one -> {
                    names.add(letters(one.name()));
                    names.add(letters(one.id()));
                });
            }
        }
        return names;
    }

    private static boolean isBelow(MeshDescriptor one, MeshDescriptor heading) {
        return one.trees().stream()
                .anyMatch(tree -> heading.trees().stream().anyMatch(above -> tree.startsWith(above + ".")));
    }

    private static Stream<String> types(Article article) {
        return Stream.concat(
                        article.publicationTypes().stream().flatMap(type -> Stream.of(type.name(), type.id())),
                        article.articleTypes().stream())
                .filter(name -> !name.isEmpty())
                .map(PlainMatcher::letters);
    }

    private static Stream<String> names(Journal journal) {
        List<String> names = new ArrayList<>(journal.issns());
        names.add(journal.title());
        names.add(journal.title().replaceFirst("\\s*\\([^)]*\\)\\s*$", ""));
        names.add(journal.abbreviation());
        return names.stream().filter(name -> !name.isEmpty()).map(PlainMatcher::letters);
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceFirst("^the\\s+", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static boolean hasAuthor(Article article, Expression.Author wanted) {
        List<Author> authors = article.bibliography().authors();
        return authors.stream()
                .limit(wanted.place() == Place.FIRST ? 1 : authors.size())
                .anyMatch(author -> isNamed(author, wanted));
    }

    private static boolean isNamed(Author author, Expression.Author wanted) {
        String family = String.join(" ", words(author.collective().isEmpty() ? author.family() : author.collective()));
        String initials = String.join("", words(author.initials()));
        List<String> words = words(wanted.name());
        if (wanted.truncated() && (family + ",").startsWith(String.join(" ", words))) {
            return true;
        }
        for (int i = 1; i <= words.size(); i++) {
            String theirs = String.join("", words.subList(i, words.size()));
            boolean sameFamily = family.equals(String.join(" ", words.subList(0, i)));
            boolean exact = wanted.exact() && !theirs.isEmpty();
            if (sameFamily && (exact ? initials.equals(theirs) : initials.startsWith(theirs))) {
                return true;
            }
        }
        return false;
    }

    private static boolean wasPublished(Article article, Expression.Published published) {
        PublicationDate date = article.bibliography().date();
        if (date == null) {
            return false;
        }
        String day = "%04d%02d%02d".formatted(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
        int number = Integer.parseInt(day);
        return number >= published.firstDay() && number <= published.lastDay();
    }
}
