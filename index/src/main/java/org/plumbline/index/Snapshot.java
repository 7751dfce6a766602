package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.ArticleCollector.Candidate;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.LuceneLog;

/// A reader of one published snapshot. Any thread may call it, several at once.
public final class Snapshot implements AutoCloseable {

    static {
        LuceneLog.quiet();
    }

    /// The setting that tells which builder made a snapshot.
    private static final String BUILDER = "builder";

    private final SnapshotManifest manifest;
    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Blocks blocks;

    private Snapshot(SnapshotManifest manifest, IndexReader reader) {
        this.manifest = manifest;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Bm25.similarity());
        this.blocks = new Blocks(reader);
    }

    /// Opens the snapshot that was published last. Where that one is replaced or removed meanwhile, because another
    /// was published, that other is opened.
    ///
    /// @throws WrongInputException where none was published yet
    public static Snapshot openCurrent(Path home) {
        SnapshotFolder folder = new SnapshotFolder(home);
        while (true) {
            String id = folder.findCurrent()
                    .orElseThrow(
                            () -> new WrongInputException("no index in " + home + " yet: run `plumbline index build`"));
            String state = folder.state(id);
            try {
                return open(home, id);
            } catch (WrongInputException | UncheckedIOException e) {
                if (folder.findCurrent().filter(id::equals).isPresent()
                        && folder.state(id).equals(state)) {
                    throw e;
                }
            }
        }
    }

    /// Opens one snapshot by its id.
    ///
    /// @throws WrongInputException where there is none of this id, or one of another format
    public static Snapshot open(Path home, String snapshotId) {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(snapshotId);
        try {
            return new Snapshot(manifest, OpenParts.of(folder, manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "snapshot " + manifest.id() + " cannot be opened; run `plumbline index verify`", e);
        }
    }

    public SnapshotManifest manifest() {
        return manifest;
    }

    /// The best articles first; ties are broken by article id.
    ///
    /// A passage's score is BM25 over its words, its heading and the article's title, and, at a low weight, the
    /// article's MeSH headings and keywords. An article's score is its best passage's and a twentieth of the
    /// next three.
    ///
    /// @param articles how many to answer at most
    public SearchResult search(Query query, Filter filter, int articles) {
        if (articles < 1) {
            throw new WrongInputException("asked for " + articles + " articles: ask for one at least");
        }
        try {
            ArticleCollector found = collect(PassageQuery.of(query), filter, articles);
            List<QueryTerm> terms = PassageQuery.terms(query);
            List<Hit> hits = new ArrayList<>();
            for (Candidate candidate : found.best()) {
                hits.add(hit(candidate, terms));
            }
            return new SearchResult(found.matched(), hits);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The ids of the best articles, in the order of [#search], without reading them.
    public List<String> rank(Query query, Filter filter, int articles) {
        try {
            return collect(PassageQuery.of(query), filter, articles).best().stream()
                    .map(candidate -> candidate.id().utf8ToString())
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// How many articles match.
    public long count(Query query, Filter filter) {
        try {
            return collect(PassageQuery.of(query), filter, 0).matched();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// How many articles have a passage with this word after analysis; 0 where the index does not know it. Several
    /// words (or parts of a hyphenated one) must stand side by side. A stop word counts as unknown.
    public int documentFrequency(String word) {
        try {
            List<QueryTerm> term = QueryTerm.sideBySide(EnglishWords.of(word));
            return term.isEmpty()
                    ? 0
                    : (int) collect(PassageQuery.inWords(term.getFirst()), Filter.NONE, 0)
                            .matched();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The article of an id or alias: `pmid:1`, `pmcid:PMC1`, `doi:10.1000/x`.
    public Optional<IndexedArticle> findArticle(String alias) {
        try {
            Optional<Integer> document =
                    blocks.find(new Term(Fields.ALIAS, alias.strip().toLowerCase(Locale.ROOT)));
            return document.isEmpty() ? Optional.empty() : Optional.of(blocks.article(document.get()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The text of this id.
    public Optional<Text> findText(TextId id) {
        try {
            Optional<Integer> head = blocks.find(new Term(Fields.TEXT, id.value()));
            return head.isEmpty() ? Optional.empty() : Optional.of(blocks.text(head.get()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// One section of a text.
    public Optional<Section> findSection(TextId id, int section) {
        try {
            Optional<Integer> head = blocks.find(new Term(Fields.TEXT, id.value()));
            if (head.isEmpty() || section < 0 || section >= blocks.sections(head.get())) {
                return Optional.empty();
            }
            return Optional.of(blocks.section(head.get() + 1 + section));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ArticleCollector collect(org.apache.lucene.search.Query query, Filter filter, int articles)
            throws IOException {
        Weight accepted = weight(filter);
        return searcher.search(query, new CollectorManager<ArticleCollector, ArticleCollector>() {
            @Override
            public ArticleCollector newCollector() {
                return new ArticleCollector(articles, accepted);
            }

            @Override
            public ArticleCollector reduce(Collection<ArticleCollector> one) {
                return one.iterator().next();
            }
        });
    }

    private @Nullable Weight weight(Filter filter) throws IOException {
        if (filter.asksForSources()
                && manifest.settings().getOrDefault(BUILDER, "1").equals("1")) {
            throw new WrongInputException("snapshot " + manifest.id()
                    + " was built before there were source lists; run plumbline index build");
        }
        var query = FilterQuery.find(filter);
        return query.isEmpty()
                ? null
                : searcher.createWeight(searcher.rewrite(query.get()), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private Hit hit(Candidate candidate, List<QueryTerm> terms) throws IOException {
        List<PassageHit> passages = new ArrayList<>();
        List<Passage> read = blocks.passages(candidate.passages().stream()
                .map(ArticleCollector.Match::document)
                .toList());
        for (int i = 0; i < read.size(); i++) {
            Passage passage = read.get(i);
            double score = candidate.passages().get(i).score();
            passages.add(new PassageHit(passage, score, Highlights.in(passage.words(), terms)));
        }
        return new Hit(blocks.article(candidate.document()), candidate.score(), passages);
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException(
                "snapshot " + manifest.id() + " cannot be read; run `plumbline index verify`", e);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
