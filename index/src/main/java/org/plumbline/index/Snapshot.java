package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.LuceneLog;
import org.plumbline.index.mesh.MeshVocabulary;

/// A reader of one published snapshot. Any thread may call it, several at once.
public final class Snapshot implements AutoCloseable {

    static {
        LuceneLog.quiet();
    }

    /// The setting that tells which builder made a snapshot.
    private static final String BUILDER = "builder";

    private final SnapshotManifest manifest;
    private final IndexReader reader;
    private final ArticleSearch search;
    private final IndexSearcher searcher;
    private final Blocks blocks;
    private final Vectors vectors;
    private final RankedSearch ranked;
    private final Explanations explanations;

    private Snapshot(SnapshotFolder folder, SnapshotManifest manifest, IndexReader reader) throws IOException {
        this.manifest = manifest;
        Readings readings = new Readings();
        this.vectors = new Vectors(folder, manifest, reader, readings);
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Bm25.similarity());
        this.search = new ArticleSearch(searcher);
        this.blocks = new Blocks(reader);
        this.ranked = new RankedSearch(search, vectors, new CloserLook(blocks, readings, new WordRarity(searcher)));
        this.explanations = new Explanations(new Explainer(search, blocks), vectors, ranked);
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
    /// @throws WrongInputException where there is none of this id, or one of another format or with lost vectors
    public static Snapshot open(Path home, String snapshotId) {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(snapshotId);
        try {
            return open(folder, manifest, OpenParts.of(folder, manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "snapshot " + manifest.id() + " cannot be opened; run `plumbline index verify`", e);
        }
    }

    private static Snapshot open(SnapshotFolder folder, SnapshotManifest manifest, IndexReader reader)
            throws IOException {
        try {
            return new Snapshot(folder, manifest, reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    public SnapshotManifest manifest() {
        return manifest;
    }

    /// The best articles first; ties are broken by article id. How many match by their words is known at least: see
    /// [#searchAndCount].
    ///
    /// A passage's score is BM25 over its words, its heading and the article's title, and, at a low weight, the
    /// article's MeSH headings and keywords. An article's score is its best passage's and a twentieth of the
    /// next three.
    ///
    /// @param articles how many to answer at most
    public SearchResult search(Query query, Filter filter, int articles) {
        return search(query, filter, Mode.BM25, articles);
    }

    /// The best articles first, ranked as a mode says; ties are broken by article id.
    ///
    /// @param articles how many to answer at most
    public SearchResult search(Query query, Filter filter, Mode mode, int articles) {
        return search(query, Scope.of(filter), mode, articles);
    }

    /// The same, among the articles of a scope.
    public SearchResult search(Query query, Scope scope, Mode mode, int articles) {
        Ranking found = best(query, scope, mode, articles);
        return read(() -> new SearchResult(found.matched(), Hits.of(blocks, found.best(), PassageQuery.terms(query))));
    }

    /// The same with the exact number of articles that match, which takes a pass of its own over all of them.
    public SearchResult searchAndCount(Query query, Filter filter, int articles) {
        return searchAndCount(query, Scope.of(filter), Mode.BM25, articles);
    }

    /// The same among the articles of a scope, ranked as a mode says. Counted are the articles that match by their
    /// words: those that were found by
    /// their vector alone are not among them.
    public SearchResult searchAndCount(Query query, Scope scope, Mode mode, int articles) {
        SearchResult result = search(query, scope, mode, articles);
        return switch (result.matched().precision()) {
            case EXACT -> result;
            case AT_LEAST -> new SearchResult(Matched.exactly(count(query, scope)), result.hits());
        };
    }

    /// Whether vectors have a say in [Mode#HYBRID]: the snapshot has some, and this machine can run their model.
    public boolean ranksByMeaning() {
        return vectors.articles() > 0 && vectors.canBeAsked();
    }

    /// The ids of the best articles, in the order of [#search], without reading them.
    public List<String> rank(Query query, Filter filter, int articles) {
        return rank(query, filter, Mode.BM25, articles);
    }

    /// The ids of the best articles, ranked as a mode says, without reading them.
    public List<String> rank(Query query, Filter filter, Mode mode, int articles) {
        return best(query, Scope.of(filter), mode, articles).best().stream()
                .map(candidate -> candidate.id().utf8ToString())
                .toList();
    }

    /// Why an article ranks where it does by its words.
    ///
    /// @param article its id or an alias
    /// @throws WrongInputException where the snapshot has no such article
    public Explanation explain(Query query, Filter filter, String article) {
        return explain(query, Scope.of(filter), Mode.BM25, article);
    }

    /// Why an article ranks where it does in a mode. Where vectors have a say, its score is the sum of the signals,
    /// the passages make up the BM25 score that is one of them, and its rank is known among the first
    /// [RankedSearch#POOL] only: rank and score are those of a search for so many articles or fewer.
    ///
    /// @param article its id or an alias
    /// @throws WrongInputException where the snapshot has no such article
    public Explanation explain(Query query, Scope scope, Mode mode, String article) {
        requireSources(scope.filter());
        int document = read(() -> blocks.findArticle(article))
                .orElseThrow(() -> new WrongInputException("article " + article + ": snapshot " + manifest.id()
                        + " has none of this id; write it as search prints it, such as pmid:123"));
        return read(() -> explanations.of(query, scope, mode, document));
    }

    /// Counts and lists articles by queries in PubMed's language.
    ///
    /// @param mesh tells which headings stand below which; without it each is matched by its own name
    public StrategySearch strategies(Optional<MeshVocabulary> mesh) {
        return new StrategySearch(searcher, blocks, mesh);
    }

    /// How many articles match by their words, exactly.
    public long count(Query query, Filter filter) {
        return count(query, Scope.of(filter));
    }

    private long count(Query query, Scope scope) {
        requireSources(scope.filter());
        return read(() -> search.count(PassageQuery.of(query), scope));
    }

    private Ranking best(Query query, Scope scope, Mode mode, int articles) {
        if (articles < 1) {
            throw new WrongInputException("asked for " + articles + " articles: ask for one at least");
        }
        requireSources(scope.filter());
        return read(() -> ranked.best(query, scope, mode, articles));
    }

    /// How many articles have a passage with this word after analysis; 0 where the index does not know it. Several
    /// words (or parts of a hyphenated one) must stand side by side. A stop word counts as unknown.
    public int documentFrequency(String word) {
        List<QueryTerm> term = QueryTerm.sideBySide(EnglishWords.of(word));
        return term.isEmpty() ? 0 : read(() -> (int) search.count(PassageQuery.inWords(term.getFirst()), Scope.ALL));
    }

    /// The article of an id or alias: `pmid:1`, `pmcid:PMC1`, `doi:10.1000/x`.
    public Optional<IndexedArticle> findArticle(String alias) {
        return read(() -> {
            Optional<Integer> document = blocks.findArticle(alias);
            return document.isEmpty() ? Optional.empty() : Optional.of(blocks.article(document.get()));
        });
    }

    /// The text of this id.
    public Optional<Text> findText(TextId id) {
        return read(() -> {
            Optional<Integer> head = blocks.findText(id);
            return head.isEmpty() ? Optional.empty() : Optional.of(blocks.text(head.get()));
        });
    }

    /// One section of a text.
    public Optional<Section> findSection(TextId id, int section) {
        return read(() -> {
            Optional<Integer> head = blocks.findText(id);
            return head.isEmpty() ? Optional.empty() : blocks.findSection(head.get(), section);
        });
    }

    private void requireSources(Filter filter) {
        if (filter.asksForSources()
                && manifest.settings().getOrDefault(BUILDER, "1").equals("1")) {
            throw new WrongInputException("snapshot " + manifest.id()
                    + " was built before there were source lists; run plumbline index build");
        }
    }

    /// The first stage alone, for what ranks on top of it.
    ArticleSearch articles() {
        return search;
    }

    IndexReader reader() {
        return reader;
    }

    private interface Read<T> {

        T now() throws IOException;
    }

    private <T> T read(Read<T> what) {
        try {
            return what.now();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException(
                "snapshot " + manifest.id() + " cannot be read; run `plumbline index verify`", e);
    }

    @Override
    public void close() {
        try {
            vectors.close();
            reader.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
