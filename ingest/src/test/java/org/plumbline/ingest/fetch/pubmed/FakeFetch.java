package org.plumbline.ingest.fetch.pubmed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.fetch.FetchSettings;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.Web;

/// Fetches PubMed's files into a corpus that takes everything: a program to be killed by tests. Arguments: home,
/// address.
final class FakeFetch {

    private FakeFetch() {}

    static Process start(Path home, URI address) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeFetch.class.getName(),
                        home.toString(),
                        address.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        try (Web web = Web.open(FetchSettings.of(""), Clock.systemUTC());
                Ledger ledger = Ledger.open(home)) {
            PubmedFetch fetch = new PubmedFetch(
                    web,
                    ledger,
                    home.resolve("pubmed"),
                    new PubmedFetch.Bounds(2, 100_000_000),
                    LocalCopies.DELETE,
                    Clock.systemUTC(),
                    Progress.silent());
            var _ = fetch.run(URI.create(args[1]), Parts.ALL, Set.of(), _ -> {});
        }
    }
}
