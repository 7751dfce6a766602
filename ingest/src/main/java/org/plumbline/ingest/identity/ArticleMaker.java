package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Standing;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;

/// Makes the article of a cluster: bibliography, publication types and MeSH as PubMed has them, licence, funding
/// and competing interests as the full text has them, and the events that meet one of its ids.
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

    /// NLM's publication types Retraction Notice, Published Erratum and Expression of Concern.
    private static final Set<String> NOTICE_TYPES = Set.of("D016440", "D016425", "D000075742");

    private static final Set<String> NOTICE_ARTICLE_TYPES =
            Set.of("retraction", "partial-retraction", "correction", "expression-of-concern", "addendum");

    private final Claims claims;
    private final IdentityHashMap<Cluster, List<SourceRecord>> metadata = new IdentityHashMap<>();
    private final Map<String, List<IntegrityEvent>> eventsByTarget = new HashMap<>();

    /// @param metadata live records that make no article by themselves
    ArticleMaker(Claims claims, List<SourceRecord> metadata, Collection<IntegrityEvent> events) {
        this.claims = claims;
        metadata.stream().sorted(Cluster.BY_SOURCE).forEach(this::attach);
        for (IntegrityEvent event : events) {
            eventsByTarget
                    .computeIfAbsent(event.target(), _ -> new ArrayList<>())
                    .add(event);
        }
    }

    private void attach(SourceRecord record) {
        Links.of(record).stream()
                .flatMap(doi -> claims.findOwner(doi).stream())
                .forEach(owner ->
                        metadata.computeIfAbsent(owner, _ -> new ArrayList<>()).add(record));
    }

    Article make(Cluster cluster) {
        List<SourceRecord> records = new ArrayList<>(cluster.records());
        records.addAll(metadata.getOrDefault(cluster, List.of()));
        List<SourceRecord> fullestFirst = fullestFirst(records);
        ArticleIds ids = ids(cluster.records(), claims.current(cluster));
        String id = ids.aliases().isEmpty()
                ? Links.digestId(records.getFirst())
                : ids.aliases().getFirst();
        SortedSet<String> aliases = new TreeSet<>(claims.aliases(cluster));
        aliases.add(id);
        List<IntegrityEvent> said = said(cluster, records, ids);
        List<IntegrityEvent> events =
                said.stream().filter(event -> event.kind().touchesIntegrity()).toList();
        PeerReview peerReview = PeerReviewSigns.read(records);
        return new Article(
                id,
                ids,
                List.copyOf(aliases),
                MergedBibliography.of(records),
                all(records, record -> record.articleType().isEmpty() ? List.of() : List.of(record.articleType())),
                firstFilled(records, SourceRecord::publicationTypes),
                firstFilled(records, SourceRecord::mesh),
                all(records, SourceRecord::keywords),
                studyIds(records, said),
                all(records, SourceRecord::grants),
                Versions.linked(
                        all(records, SourceRecord::relations), said, peerReview.status() == PeerReview.Status.PREPRINT),
                events,
                Standing.of(events),
                peerReview,
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

    /// Full texts first, metadata last.
    private static List<SourceRecord> fullestFirst(List<SourceRecord> records) {
        return records.reversed().stream()
                .sorted(Comparator.comparing(record -> kind(record.source())
                        .map(kind -> kind.isFullText() ? 0 : 1)
                        .orElse(2)))
                .toList();
    }

    /// What is said of the publication by one of its ids, once each even where a notice names its target by PMID
    /// and by DOI. A notice is never its own target.
    private List<IntegrityEvent> said(Cluster cluster, List<SourceRecord> records, ArticleIds ids) {
        Set<String> targets = new TreeSet<>(claims.current(cluster));
        for (SourceRecord record : records) {
            targets.add(record.key());
            targets.addAll(Links.studies(record));
        }
        boolean typedNotice = records.stream().anyMatch(ArticleMaker::isTypedNotice);
        Map<List<Object>, IntegrityEvent> distinct = new LinkedHashMap<>();
        targets.stream()
                .flatMap(target -> eventsByTarget.getOrDefault(target, List.of()).stream())
                .filter(event -> !isTheNotice(event, ids, typedNotice))
                .sorted(BY_DATE)
                .forEach(event -> distinct.putIfAbsent(
                        List.of(event.kind(), event.record(), event.notice(), event.citation()), event));
        return List.copyOf(distinct.values());
    }

    /// Whether the article is the event's notice rather than its target: the strongest kind of id that both have
    /// says so, and the target was not named by a stronger one. So a notice that carries the DOI of what it
    /// retracts is told from it by its PMID.
    /// What its own types call a notice is one by any of its ids: lists give a notice's PMID as its target's.
    private static boolean isTheNotice(IntegrityEvent event, ArticleIds ids, boolean typedNotice) {
        List<String> own = ids.aliases();
        if (typedNotice && event.notice().aliases().stream().anyMatch(own::contains)) {
            return true;
        }
        for (String alias : event.notice().aliases()) {
            String scheme = alias.substring(0, alias.indexOf(':') + 1);
            if (own.stream().anyMatch(id -> id.startsWith(scheme))) {
                return own.contains(alias) && Claims.strength(alias) <= Claims.strength(event.target());
            }
        }
        return false;
    }

    private static boolean isTypedNotice(SourceRecord record) {
        return NOTICE_ARTICLE_TYPES.contains(record.articleType())
                || record.publicationTypes().stream().anyMatch(type -> NOTICE_TYPES.contains(type.id()));
    }

    private static List<String> studyIds(List<SourceRecord> records, List<IntegrityEvent> said) {
        List<String> written = new ArrayList<>(all(records, SourceRecord::registryNumbers));
        said.forEach(event -> written.addAll(event.studyIds()));
        return StudyIds.normalised(written);
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
            case CROSSREF, RETRACTION_WATCH, NOTICE_LIST, CLINICAL_TRIALS -> Optional.empty();
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
