package org.plumbline.ingest;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.TakenFiles;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.Take;
import org.plumbline.ingest.fetch.pubmed.Parts;
import org.plumbline.ingest.fetch.pubmed.PubmedFetch;
import org.plumbline.ingest.pubmed.PubmedReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ingest pubmed [PATH|URL…]`
@Command(
        name = "pubmed",
        description = "Takes PubMed citation files: NLM's baseline and updatefiles, from its server, a mirror or a "
                + "folder; or any .xml and .xml.gz.",
        mixinStandardHelpOptions = true)
final class PubmedCommand implements Callable<Integer> {

    private static final int USUAL_BATCH = 100;

    @Mixin
    private final ConnectorOptions options = new ConnectorOptions();

    @Option(names = "--baseline", description = "look into baseline/ only")
    private boolean baseline;

    @Option(names = "--updates", description = "look into updatefiles/ only")
    private boolean updates;

    @Option(
            names = "--new-baseline",
            paramLabel = "YEAR",
            description = "load this year's baseline beside the corpus in use, and swap it in when all of it is there")
    private @Nullable Integer newBaseline;

    @Override
    public Integer call() {
        if (baseline && updates) {
            throw new WrongInputException("--baseline and --updates: name one; without either both are looked into");
        }
        Parts parts = baseline ? Parts.BASELINE : updates ? Parts.UPDATES : Parts.ALL;
        Integer year = newBaseline;
        if (year == null) {
            return options.run(Source.PUBMED, PubmedReader::new, new Nlm(parts));
        }
        if (year < 2018 || year > 2099) {
            throw new WrongInputException("--new-baseline " + year + ": expected a year, such as 2027");
        }
        String generation = "pubmed" + year % 100 + "n";
        return options.run(Source.PUBMED, PubmedReader::new, new Nlm(parts), generation);
    }

    /// NLM's server, or a mirror of it.
    private record Nlm(Parts parts) implements Connector {

        @Override
        public String publicAddress() {
            return PubmedFetch.PUBLIC_ADDRESS;
        }

        @Override
        public FetchReport run(Session session, Take take) {
            return fetch(session).run(session.address(), parts, taken(session), take);
        }

        @Override
        public FetchReport preview(Session session, Consumer<Planned> out) {
            PubmedFetch.Preview preview = fetch(session).preview(session.address(), parts, taken(session));
            preview.files().forEach(file -> out.accept(new Planned(file.name(), file.aboutBytes())));
            return preview.report();
        }

        private static Set<String> taken(Session session) {
            return TakenFiles.of(session.corpus(), Source.PUBMED).names();
        }

        private static PubmedFetch fetch(Session session) {
            int files = session.settings().batchFiles();
            return new PubmedFetch(
                    session.web(),
                    session.ledger(),
                    session.folder(),
                    new PubmedFetch.Bounds(
                            files == 0 ? USUAL_BATCH : files, session.settings().batchMegabytes() * 1_000_000L),
                    session.copies(),
                    Clock.systemUTC(),
                    session.progress());
        }
    }
}
