package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.Article.ArticleText;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Standing;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;

/// Makes the article of a cluster: bibliography, publication types and MeSH as PubMed has them, licence, funding and
/// competing interests as the full text has them, and the events that meet one of its ids.
final class ArticleMaker {

    private static final Comparator<IntegrityEvent> BY_DATE = Comparator.comparing((IntegrityEvent event) ->
                    event.date() == null ? "" : event.date().toString())
            .thenComparing(IntegrityEvent::kind)
            .thenComparing(IntegrityEvent::record)
            .thenComparing(event -> event.notice().aliases().toString())
            .thenComparing(IntegrityEvent::citation)
            .thenComparing(event -> Claims.strength(event.target()))
            .thenComparing(IntegrityEvent::target);

    private static final List<TextKind> FULLEST_FIRST =
            List.of(TextKind.JATS, TextKind.DOCUMENT, TextKind.MEDLINE_ABSTRACT, TextKind.ABSTRACT);

    private final Claims claims;
    private final Map<String, List<IntegrityEvent>> eventsByTarget = new HashMap<>();

    ArticleMaker(Claims claims, Collection<IntegrityEvent> events) {
        this.claims = claims;
        for (IntegrityEvent event : events) {
            eventsByTarget
                    .computeIfAbsent(event.target(), _ -> new ArrayList<>())
                    .add(event);
        }
    }

    Article make(Cluster cluster) {
        List<SourceRecord> records = cluster.records();
        List<SourceRecord> fullestFirst = records.reversed();
        ArticleIds ids = ids(records, claims.current(cluster));
        String id = ids.aliases().isEmpty()
                ? Links.digestId(records.getFirst())
                : ids.aliases().getFirst();
        SortedSet<String> aliases = new TreeSet<>(claims.aliases(cluster));
        aliases.add(id);
        List<IntegrityEvent> events = events(cluster, ids);
        return new Article(
                id,
                ids,
                List.copyOf(aliases),
                MergedBibliography.of(records),
                all(records, record -> record.articleType().isEmpty() ? List.of() : List.of(record.articleType())),
                firstFilled(records, SourceRecord::publicationTypes),
                firstFilled(records, SourceRecord::mesh),
                all(records, SourceRecord::keywords),
                StudyIds.normalised(all(records, SourceRecord::registryNumbers)),
                all(records, SourceRecord::grants),
                all(records, SourceRecord::relations),
                events,
                Standing.of(events),
                PeerReviewSigns.read(records),
                firstWords(fullestFirst, SourceRecord::license),
                firstWords(fullestFirst, SourceRecord::funding),
                firstWords(fullestFirst, SourceRecord::competingInterests),
                texts(records));
    }

    /// The ids it has: those its records state and no other article has the better claim to.
    private static ArticleIds ids(List<SourceRecord> records, Set<String> current) {
        return new ArticleIds(
                firstOf(records, "pmid:", current),
                firstOf(records, "pmcid:", current),
                firstOf(records, "doi:", current));
    }

    private static @Nullable String firstOf(List<SourceRecord> records, String scheme, Set<String> current) {
        return records.stream()
                .flatMap(record -> Links.ids(record).stream())
                .filter(id -> id.startsWith(scheme) && current.contains(id))
                .map(id -> id.substring(scheme.length()))
                .findFirst()
                .orElse(null);
    }

    /// The events that meet one of the ids, once each even where a notice names its target by PMID and by DOI. A
    /// notice is never its own target.
    private List<IntegrityEvent> events(Cluster cluster, ArticleIds ids) {
        Set<String> targets = new TreeSet<>(claims.current(cluster));
        cluster.records().forEach(record -> targets.add(record.key()));
        Map<List<Object>, IntegrityEvent> distinct = new LinkedHashMap<>();
        targets.stream()
                .flatMap(target -> eventsByTarget.getOrDefault(target, List.of()).stream())
                .filter(event -> event.notice().aliases().stream().noneMatch(ids.aliases()::contains))
                .sorted(BY_DATE)
                .forEach(event -> distinct.putIfAbsent(
                        List.of(event.kind(), event.record(), event.notice(), event.citation()), event));
        return List.copyOf(distinct.values());
    }

    private static List<ArticleText> texts(List<SourceRecord> records) {
        Map<TextId, ArticleText> texts = new LinkedHashMap<>();
        for (TextKind kind : FULLEST_FIRST) {
            for (SourceRecord record : records) {
                TextId textId = record.textId();
                if (textId != null && kind(record.source()).filter(kind::equals).isPresent()) {
                    texts.putIfAbsent(textId, new ArticleText(textId, kind, record.key()));
                }
            }
        }
        return List.copyOf(texts.values());
    }

    private static Optional<TextKind> kind(Source source) {
        return switch (source) {
            case PUBMED -> Optional.of(TextKind.MEDLINE_ABSTRACT);
            case PMC, JATS -> Optional.of(TextKind.JATS);
            case DOCUMENT -> Optional.of(TextKind.DOCUMENT);
            case CITATION, EUROPE_PMC -> Optional.of(TextKind.ABSTRACT);
            case CROSSREF, RETRACTION_WATCH, CLINICAL_TRIALS -> Optional.empty();
        };
    }

    private static <T> List<T> all(List<SourceRecord> records, Function<SourceRecord, List<T>> field) {
        Stream<T> values = records.stream().flatMap(record -> field.apply(record).stream());
        return List.copyOf(values.collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static <T> List<T> firstFilled(List<SourceRecord> records, Function<SourceRecord, List<T>> field) {
        return records.stream()
                .map(field)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String firstWords(List<SourceRecord> records, Function<SourceRecord, String> field) {
        return records.stream()
                .map(field)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }
}
