package org.plumbline.ingest.fetch.pmc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.fetch.Downloads;
import org.plumbline.ingest.fetch.Downloads.Outcome;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.Fields;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.MissingList;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.SortedStore;
import org.plumbline.ingest.fetch.Take;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.jats.Removals;

/// Fetches PMC's articles and has them taken in, batch by batch: what the newest inventory tells that the ledger
/// does not know, or the articles of a list. Only the highest version of an article counts. For one thread.
public final class PmcFetch {

    /// The public bucket's own.
    public static final String PUBLIC_ADDRESS = "https://pmc-oa-opendata.s3.amazonaws.com/";

    private static final String STATE = "pmc-state";
    private static final String COMPLETE = "complete";

    private final Web web;
    private final Ledger ledger;
    private final Path folder;
    private final int batchArticles;
    private final Licences licences;
    private final LocalCopies copies;
    private final Progress progress;

    /// @param folder where the batches are laid in the bucket's layout
    /// @param batchArticles how many are fetched before they are taken in
    /// @param licences codes of those that are stored; empty: all that may be quoted
    public PmcFetch(
            Web web,
            Ledger ledger,
            Path folder,
            int batchArticles,
            List<String> licences,
            LocalCopies copies,
            Progress progress) {
        this.progress = progress;
        this.web = web;
        this.ledger = ledger;
        this.folder = folder;
        this.batchArticles = batchArticles;
        this.licences = new Licences(licences);
        this.copies = copies;
    }

    /// The corpus has nothing of PMC: what the ledger remembers is of another.
    public void forgetAll() {
        ledger.forgetAll(Known.KIND);
        ledger.forgetAll(STATE);
    }

    /// Takes in all that has changed by the newest inventory.
    public FetchReport run(URI address, Take take) {
        return new Run(address, take).changed();
    }

    /// Takes in these articles, where they are new or have changed.
    public FetchReport run(URI address, List<String> pmcids, Take take) {
        return new Run(address, take).named(pmcids);
    }

    /// Fetches the inventory, and tells what would be fetched or removed: `PMC123.1`, `PMC124.1 (removed)`.
    public FetchReport preview(URI address, Consumer<String> out) {
        return new Run(address, _ -> {}).preview(out);
    }

    /// The same for a list.
    public FetchReport preview(URI address, List<String> pmcids, Consumer<String> out) {
        return new Run(address, _ -> {}).preview(pmcids, out);
    }

    /// One run's count. For one thread.
    private final class Run {

        private final URI address;
        private final PmcBucket bucket;
        private final Take take;
        private final long beganNanos = System.nanoTime();
        private final MissingList missing = new MissingList();
        private final SortedMap<String, Long> setAside = new TreeMap<>();
        private final AtomicLong behind = new AtomicLong();
        private long listed;
        private long known;
        private long fetched;
        private long removed;

        Run(URI address, Take take) {
            this.address = address;
            this.bucket = new PmcBucket(web, address);
            this.take = take;
        }

        FetchReport changed() {
            try (SortedStore store = SortedStore.make(folder.resolve("inventory.mv"))) {
                Inventory.Day day = new Inventory(web, bucket).newest();
                if (isComplete(day)) {
                    listed = ledger.count(Known.KIND);
                    known = listed;
                    return report();
                }
                new Inventory(web, bucket).load(day, folder, store);
                listed = store.size();
                Differences differences = differences(day, store);
                takeAll(differences, count(differences(day, store)), day.stamp());
                known += differences.unchanged();
                if (missing.isEmpty()) {
                    ledger.keep(STATE, COMPLETE, Fields.of(state(day)));
                }
                ledger.commit();
            } catch (NotFetchedException e) {
                missing.add("the inventory", String.valueOf(e.getMessage()));
            }
            return report();
        }

        /// Everything that this inventory tells was done before.
        private boolean isComplete(Inventory.Day day) {
            return ledger.find(STATE, COMPLETE)
                    .filter(done -> done.word(0).equals(state(day)))
                    .isPresent();
        }

        private String state(Inventory.Day day) {
            return day.stamp() + " " + address + " " + licences.words();
        }

        private static long count(Iterator<Change> changes) {
            long count = 0;
            for (; changes.hasNext(); count++) {
                var _ = changes.next();
            }
            return count;
        }

        private Differences differences(Inventory.Day day, SortedStore store) {
            return new Differences(store.lines(), ledger.lines(Known.KIND), licences::take, day.instant());
        }

        FetchReport named(List<String> pmcids) {
            List<Change> changes = resolved(pmcids);
            takeAll(changes.iterator(), changes.size(), "list");
            ledger.commit();
            return report();
        }

        FetchReport preview(Consumer<String> out) {
            try (SortedStore store = SortedStore.make(folder.resolve("inventory.mv"))) {
                Inventory.Day day = new Inventory(web, bucket).newest();
                if (!isComplete(day)) {
                    new Inventory(web, bucket).load(day, folder, store);
                    listed = store.size();
                    Differences differences = differences(day, store);
                    differences.forEachRemaining(change -> out.accept(words(change)));
                    known = differences.unchanged();
                }
            } catch (NotFetchedException e) {
                missing.add("the inventory", String.valueOf(e.getMessage()));
            }
            return report();
        }

        FetchReport preview(List<String> pmcids, Consumer<String> out) {
            resolved(pmcids).forEach(change -> out.accept(words(change)));
            return report();
        }

        private List<Change> resolved(List<String> pmcids) {
            List<Change> changes = new ArrayList<>();
            try (Downloads downloads = new Downloads(web)) {
                List<Downloads.Fetch<Optional<ArticleKey>>> lookups = new ArrayList<>();
                pmcids.forEach(pmcid -> lookups.add(() -> findHighest(pmcid)));
                List<Outcome<Optional<ArticleKey>>> outcomes = downloads.all(lookups);
                for (int i = 0; i < pmcids.size(); i++) {
                    add(pmcids.get(i), outcomes.get(i), changes);
                }
            }
            listed = changes.size();
            return changes;
        }

        private void add(String pmcid, Outcome<Optional<ArticleKey>> outcome, List<Change> changes) {
            switch (outcome) {
                case Outcome.Had<Optional<ArticleKey>>(Optional<ArticleKey> key)
                when key.isPresent() ->
                    changes.add(new Change.Changed(
                            key.get(), "", "", Known.find(ledger, pmcid).orElse(null)));
                case Outcome.Had<Optional<ArticleKey>> _ ->
                    missing.add(pmcid, "not in the bucket: not open access, or not an article's PMCID");
                case Outcome.Missing<Optional<ArticleKey>>(NotFetchedException why) ->
                    missing.add(pmcid, String.valueOf(why.getMessage()));
                case Outcome.NotTried<Optional<ArticleKey>> _ -> throw new IllegalStateException("all are tried");
            }
        }

        private Optional<ArticleKey> findHighest(String pmcid) throws NotFetchedException {
            return bucket.folders(pmcid + ".").stream()
                    .flatMap(prefix -> ArticleKey.findOfFolder(prefix).stream())
                    .filter(key -> key.pmcid().equals(pmcid))
                    .max((one, other) -> Integer.compare(one.version(), other.version()));
        }

        private void takeAll(Iterator<Change> changes, long count, String stamp) {
            try (Downloads downloads = new Downloads(web)) {
                for (int number = 1; changes.hasNext(); number++) {
                    List<Change> batch = new ArrayList<>();
                    while (changes.hasNext() && batch.size() < batchArticles) {
                        batch.add(changes.next());
                    }
                    takeBatch(batch, count, downloads, "removed-" + stamp + "-" + number + ".xml");
                    behind.addAndGet(batch.size());
                }
            }
        }

        private void takeBatch(List<Change> batch, long count, Downloads downloads, String removalsName) {
            List<Downloads.Fetch<ArticleFetch.Result>> fetches = new ArrayList<>();
            List<Change.Changed> changed = new ArrayList<>();
            Batch done = new Batch();
            for (Change change : batch) {
                switch (change) {
                    case Change.Changed its -> {
                        changed.add(its);
                        fetches.add(new ArticleFetch(web, bucket, licences, folder, its));
                    }
                    case Change.Removed(ArticleKey article, String since) -> done.remove(article, since);
                }
            }
            List<Outcome<ArticleFetch.Result>> outcomes = fetchAll(fetches, count, downloads);
            for (int i = 0; i < changed.size(); i++) {
                done.add(changed.get(i), outcomes.get(i));
            }
            done.take(removalsName);
        }

        private List<Outcome<ArticleFetch.Result>> fetchAll(
                List<Downloads.Fetch<ArticleFetch.Result>> fetches, long count, Downloads downloads) {
            AtomicLong done = new AtomicLong(behind.get());
            List<Downloads.Fetch<ArticleFetch.Result>> counted = new ArrayList<>();
            for (Downloads.Fetch<ArticleFetch.Result> fetch : fetches) {
                counted.add(() -> {
                    ArticleFetch.Result result = fetch.run();
                    done.incrementAndGet();
                    return result;
                });
            }
            try (Progress.Stage _ = progress.counting("fetching", count, "articles", done::get)) {
                return downloads.all(counted);
            }
        }

        /// What of one batch goes into the corpus and the ledger. For one thread.
        private final class Batch {

            private final List<Path> xml = new ArrayList<>();
            private final List<Path> folders = new ArrayList<>();
            private final List<Removals.Removal> gone = new ArrayList<>();
            private final SortedMap<String, Known> keep = new TreeMap<>();
            private final List<String> forget = new ArrayList<>();

            void remove(ArticleKey article, String since) {
                gone.add(new Removals.Removal(article.pmcid(), article.version(), Instant.parse(since)));
                forget.add(article.pmcid());
            }

            void add(Change.Changed change, Outcome<ArticleFetch.Result> outcome) {
                switch (outcome) {
                    case Outcome.Had<ArticleFetch.Result>(ArticleFetch.Result result) -> add(change, result);
                    case Outcome.Missing<ArticleFetch.Result>(NotFetchedException why) ->
                        missing.add(change.article().name(), String.valueOf(why.getMessage()));
                    case Outcome.NotTried<ArticleFetch.Result> _ -> throw new IllegalStateException("all are tried");
                }
            }

            private void add(Change.Changed change, ArticleFetch.Result result) {
                keep.put(change.article().pmcid(), result.known());
                switch (result) {
                    case ArticleFetch.Result.Stored(Known _, Path file) -> {
                        xml.add(file);
                        folders.add(folder.resolve(change.article().name()));
                    }
                    case ArticleFetch.Result.Unchanged _ -> known++;
                    case ArticleFetch.Result.SetAside(Known its, String reason) -> {
                        setAside.merge(reason, 1L, Long::sum);
                        change.findKnown()
                                .filter(Known::taken)
                                .ifPresent(taken -> gone.add(new Removals.Removal(
                                        change.article().pmcid(), its.version(), Instant.parse(its.modified()))));
                    }
                }
            }

            void take(String removalsName) {
                List<Path> files = new ArrayList<>(xml);
                if (!gone.isEmpty()) {
                    files.add(LocalCopies.write(folder.resolve(removalsName), Removals.xml(gone)));
                }
                if (!files.isEmpty()) {
                    take.take(files);
                }
                forget.forEach(pmcid -> ledger.forget(Known.KIND, pmcid));
                keep.forEach((pmcid, its) -> its.keep(ledger, pmcid));
                ledger.commit();
                fetched += xml.size();
                removed += gone.size();
                folders.forEach(copies::doneWithAll);
                copies.done(folder.resolve(removalsName));
            }
        }

        private String words(Change change) {
            return switch (change) {
                case Change.Changed its -> its.article().name();
                case Change.Removed(ArticleKey article, String _) -> article.name() + " (removed)";
            };
        }

        private FetchReport report() {
            return new FetchReport(
                    Source.PMC,
                    address.toString(),
                    listed,
                    known,
                    fetched,
                    removed,
                    setAside,
                    missing.named(),
                    missing.count(),
                    web.traffic(),
                    Duration.ofNanos(System.nanoTime() - beganNanos).toMillis() / 1000.0);
        }
    }
}
