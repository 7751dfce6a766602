package org.plumbline.ingest.fetch.pubmed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.ingest.fetch.FolderPage;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Page;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.pubmed.PubmedFileName;

/// Where NLM's files lie: a folder with `baseline/` and `updatefiles/` in it, or one of the two. For one thread.
final class PubmedSite {

    static final String BASELINE = "baseline";
    static final String UPDATES = "updatefiles";

    /// NLM's listings have a hundred bytes a file and some thousands of files.
    private static final long PAGE_BYTES = 16 << 20;

    private final Web web;
    private final Ledger ledger;
    private final Map<URI, Page> pages = new LinkedHashMap<>();

    PubmedSite(Web web, Ledger ledger) {
        this.web = web;
        this.ledger = ledger;
    }

    /// The folders to look into: the address itself where it is one of them, else those below it.
    static List<URI> folders(URI address, Parts parts) {
        if (isOne(address)) {
            return List.of(address);
        }
        return switch (parts) {
            case ALL -> List.of(address.resolve(BASELINE + "/"), address.resolve(UPDATES + "/"));
            case BASELINE -> List.of(address.resolve(BASELINE + "/"));
            case UPDATES -> List.of(address.resolve(UPDATES + "/"));
        };
    }

    static boolean isOne(URI address) {
        return nameOf(address).equals(BASELINE) || nameOf(address).equals(UPDATES);
    }

    private static String nameOf(URI folder) {
        String path = folder.getPath().replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The files of these folders, in number order.
    List<PubmedFile> list(List<URI> folders) throws NotFetchedException {
        List<PubmedFile> files = new ArrayList<>();
        for (URI folder : folders) {
            files.addAll(files(folder, FolderPage.read(folder, page(folder).body())));
        }
        files.sort(PubmedFile.IN_ORDER);
        return files;
    }

    /// Remembers the pages as they were read, so that they are not transferred again: only when all that they tell
    /// was done.
    void keepPages() {
        pages.forEach(ledger::keepPage);
    }

    /// The page as it is; not transferred where its server says that it is still the one that we have.
    private Page page(URI folder) throws NotFetchedException {
        Optional<Page> known = ledger.findPage(folder);
        Optional<Page> changed = known.isEmpty()
                ? Optional.of(web.page(folder, PAGE_BYTES))
                : web.pageIfChanged(folder, PAGE_BYTES, known.get());
        Page page = changed.orElseGet(known::orElseThrow);
        pages.put(folder, page);
        return page;
    }

    private static List<PubmedFile> files(URI folder, List<FolderPage.Row> rows) {
        Map<String, URI> addresses =
                rows.stream().collect(Collectors.toMap(FolderPage.Row::name, FolderPage.Row::address));
        Function<FolderPage.Row, PubmedFile> file = row -> new PubmedFile(
                row.name(),
                PubmedFileName.inputFile(row.name()).sequence(),
                nameOf(folder),
                row.address(),
                addresses.get(row.name() + ".md5"),
                row.stamp(),
                row.aboutBytes());
        return rows.stream()
                .filter(row -> PubmedFileName.inputFile(row.name()).sequence() > 0)
                .map(file)
                .toList();
    }
}
