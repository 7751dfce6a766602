package org.plumbline.ingest.fetch.pubmed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.fetch.Downloads;
import org.plumbline.ingest.fetch.Downloads.Outcome;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.Fetched;
import org.plumbline.ingest.fetch.Fields;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.MissingList;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Take;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.intake.BaselineYear;

/// Fetches PubMed's files and has them taken in, batch by batch in number order. For one thread.
///
/// What was fetched and taken the ledger remembers by name, as stamp, MD5, size, ETag, Last-Modified, address,
/// time. A file is fetched again where the corpus has not taken it, or its date or size in the listing and its MD5
/// have changed.
public final class PubmedFetch {

    /// NLM's own.
    public static final String PUBLIC_ADDRESS = "https://ftp.ncbi.nlm.nih.gov/pubmed/";

    static final String KIND = "pubmed";

    private static final int STAMP = 0;
    private static final int MD5 = 1;

    private final Web web;
    private final Ledger ledger;
    private final Path folder;
    private final Bounds batch;
    private final LocalCopies copies;
    private final Clock clock;
    private final Progress progress;

    /// How much is fetched before it is taken in.
    ///
    /// @param bytes as the listing says
    public record Bounds(int files, long bytes) {}

    /// @param folder where the batches are laid, as `baseline/` and `updatefiles/`
    public PubmedFetch(
            Web web, Ledger ledger, Path folder, Bounds batch, LocalCopies copies, Clock clock, Progress progress) {
        this.web = web;
        this.ledger = ledger;
        this.folder = folder;
        this.batch = batch;
        this.copies = copies;
        this.clock = clock;
        this.progress = progress;
    }

    /// What would be fetched, in order; and, as a report, what stands in the way.
    public record Preview(List<PubmedFile> files, FetchReport report) {
        public Preview {
            files = List.copyOf(files);
        }
    }

    /// Looks and fetches nothing.
    ///
    /// @param taken names of the files that the corpus has
    public Preview preview(URI address, Parts parts, Set<String> taken) {
        Run run = new Run(address);
        PubmedPlan plan = run.plan(parts, taken);
        return new Preview(plan.wanted(), run.report());
    }

    /// Fetches what is new and has it taken in.
    ///
    /// @param taken names of the files that the corpus has
    /// @throws org.plumbline.citations.WrongInputException where the files are of another year than the corpus'
    public FetchReport run(URI address, Parts parts, Set<String> taken, Take take) {
        Run run = new Run(address);
        run.take(run.plan(parts, taken).wanted(), take);
        if (run.missing.isEmpty()) {
            run.site.keepPages();
        }
        ledger.commit();
        return run.report();
    }

    /// One run's count. For one thread.
    private final class Run {

        private final URI address;
        private final PubmedSite site = new PubmedSite(web, ledger);
        private final long beganNanos = System.nanoTime();
        private MissingList missing = new MissingList();
        private long listed;
        private long known;
        private long fetched;

        Run(URI address) {
            this.address = address;
        }

        PubmedPlan plan(Parts parts, Set<String> taken) {
            try {
                List<PubmedFile> files = site.list(PubmedSite.folders(address, parts));
                listed = files.size();
                List<String> years = years(files);
                if (years.size() > 1) {
                    missing.add(
                            "the listing",
                            "it holds files of several years (" + String.join(", ", years)
                                    + "): the baseline is being exchanged; run this again when it is");
                    return new PubmedPlan(List.of(), 0, missing);
                }
                BaselineYear.requireOne(Stream.concat(files.stream().map(PubmedFile::name), taken.stream())
                        .toList());
                boolean fromTheFirst = !PubmedSite.isOne(address) && parts != Parts.UPDATES;
                PubmedPlan plan = PubmedPlan.of(files, upToDate(files, taken), taken, fromTheFirst);
                known = plan.known();
                missing = plan.missing();
                return plan;
            } catch (NotFetchedException e) {
                missing.add("the listing", String.valueOf(e.getMessage()));
                return new PubmedPlan(List.of(), 0, missing);
            }
        }

        private static List<String> years(List<PubmedFile> files) {
            return files.stream()
                    .map(file -> file.name().replaceFirst("n\\d.*$", "n"))
                    .distinct()
                    .sorted()
                    .toList();
        }

        private Set<String> upToDate(List<PubmedFile> files, Set<String> taken) throws NotFetchedException {
            Set<String> names = new HashSet<>();
            for (PubmedFile file : files) {
                Optional<Fields> remembered = ledger.find(KIND, file.name());
                if (taken.contains(file.name()) && remembered.isPresent() && isSame(file, remembered.get())) {
                    names.add(file.name());
                }
            }
            return names;
        }

        /// Whether the source's file is still the one that was taken. A mirror may give it another date.
        private boolean isSame(PubmedFile file, Fields remembered) throws NotFetchedException {
            if (remembered.word(STAMP).equals(file.stamp())) {
                return true;
            }
            if (file.md5() == null || !web.md5(file.md5()).equals(remembered.word(MD5))) {
                return false;
            }
            List<String> words = new ArrayList<>(remembered.words());
            words.set(STAMP, file.stamp());
            ledger.keep(KIND, file.name(), new Fields(words));
            return true;
        }

        /// While a batch is taken in, the next is fetched.
        void take(List<PubmedFile> wanted, Take take) {
            List<List<PubmedFile>> batches = batches(wanted);
            try (Downloads downloads = new Downloads(web);
                    Ahead<List<Outcome<Fetched>>> ahead = new Ahead<>()) {
                for (int i = 0; i < batches.size(); i++) {
                    List<PubmedFile> now = batches.get(i);
                    if (i == 0) {
                        ahead.begin(() -> fetch(downloads, now));
                    }
                    List<Outcome<Fetched>> outcomes = await(ahead, now);
                    boolean whole = outcomes.stream().allMatch(Outcome.Had.class::isInstance);
                    if (whole && i + 1 < batches.size()) {
                        List<PubmedFile> next = batches.get(i + 1);
                        ahead.begin(() -> fetch(downloads, next));
                    }
                    take(now, outcomes, take);
                    if (!whole) {
                        sayMissing(now, outcomes, wanted);
                        return;
                    }
                }
            }
        }

        private List<Outcome<Fetched>> await(Ahead<List<Outcome<Fetched>>> ahead, List<PubmedFile> files) {
            long total = files.stream().mapToLong(PubmedFile::aboutBytes).sum();
            long before = web.traffic().bytes();
            try (Progress.Stage _ =
                    progress.stage("fetching", total, () -> web.traffic().bytes() - before)) {
                return ahead.await();
            }
        }

        private List<Outcome<Fetched>> fetch(Downloads downloads, List<PubmedFile> files) {
            return downloads.inOrder(files.stream()
                    .map(file -> Downloads.of(web, file.remote(), folder.resolve(file.folder())))
                    .toList());
        }

        private void take(List<PubmedFile> files, List<Outcome<Fetched>> outcomes, Take take) {
            List<Path> paths = new ArrayList<>();
            for (int i = 0; i < files.size() && outcomes.get(i) instanceof Outcome.Had<Fetched>(Fetched had); i++) {
                var _ = LocalCopies.write(
                        md5Beside(had.file()), "MD5(" + files.get(i).name() + ")= " + had.md5() + "\n");
                paths.add(had.file());
            }
            if (paths.isEmpty()) {
                return;
            }
            take.take(paths);
            for (int i = 0; i < paths.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Had<Fetched>(Fetched had)) {
                    remember(files.get(i), had);
                }
            }
            ledger.commit();
            fetched += paths.size();
            paths.forEach(path -> {
                copies.done(path);
                copies.done(md5Beside(path));
            });
        }

        private void remember(PubmedFile file, Fetched had) {
            ledger.keep(
                    KIND,
                    file.name(),
                    Fields.of(
                            file.stamp(),
                            had.md5(),
                            Long.toString(had.sizeBytes()),
                            had.etag(),
                            had.lastModified(),
                            file.address().toString(),
                            clock.instant().toString()));
        }

        private void sayMissing(List<PubmedFile> files, List<Outcome<Fetched>> outcomes, List<PubmedFile> wanted) {
            for (int i = 0; i < files.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Missing<Fetched>(NotFetchedException why)) {
                    long behind = wanted.size() - wanted.indexOf(files.get(i)) - 1L;
                    String wait = behind == 0 ? "" : " (" + behind + " behind it wait)";
                    missing.add(files.get(i).name(), why.getMessage() + wait);
                    return;
                }
            }
        }

        FetchReport report() {
            return new FetchReport(
                    Source.PUBMED,
                    address.toString(),
                    listed,
                    known,
                    fetched,
                    0,
                    new TreeMap<>(),
                    missing.named(),
                    missing.count(),
                    web.traffic(),
                    Duration.ofNanos(System.nanoTime() - beganNanos).toMillis() / 1000.0);
        }
    }

    private static Path md5Beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".md5");
    }

    private List<List<PubmedFile>> batches(List<PubmedFile> files) {
        List<List<PubmedFile>> batches = new ArrayList<>();
        List<PubmedFile> open = new ArrayList<>();
        long bytes = 0;
        for (PubmedFile file : files) {
            if (!open.isEmpty() && (open.size() >= batch.files() || bytes + file.aboutBytes() > batch.bytes())) {
                batches.add(List.copyOf(open));
                open.clear();
                bytes = 0;
            }
            open.add(file);
            bytes += file.aboutBytes();
        }
        if (!open.isEmpty()) {
            batches.add(List.copyOf(open));
        }
        return batches;
    }
}
