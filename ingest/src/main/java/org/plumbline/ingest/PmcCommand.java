package org.plumbline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.Take;
import org.plumbline.ingest.fetch.pmc.PmcFetch;
import org.plumbline.ingest.fetch.pmc.PmcidFile;
import org.plumbline.ingest.jats.JatsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ingest pmc [PATH|URL…]`
@Command(
        name = "pmc",
        description =
                "Takes full texts in JATS: PMC's public bucket, a mirror or a folder of its layout, or any folder "
                        + "of .xml.",
        mixinStandardHelpOptions = true)
final class PmcCommand implements Callable<Integer> {

    private static final int USUAL_BATCH = 5_000;

    @Mixin
    private final ConnectorOptions options = new ConnectorOptions();

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description =
                    "fetch these articles only: a file of PMCIDs, one a line; default: all that the bucket's daily "
                            + "inventory says is new or changed")
    private @Nullable Path ids;

    @Override
    public Integer call() {
        List<String> named = Optional.ofNullable(ids).map(PmcidFile::read).orElse(List.of());
        return options.run(Source.PMC, JatsReader::new, new Bucket(named));
    }

    /// PMC's bucket, or a mirror of it.
    ///
    /// @param pmcids what is asked for; empty: all
    private record Bucket(List<String> pmcids) implements Connector {

        @Override
        public String publicAddress() {
            return PmcFetch.PUBLIC_ADDRESS;
        }

        @Override
        public FetchReport run(Session session, Take take) {
            PmcFetch fetch = fetch(session);
            return pmcids.isEmpty() ? fetch.run(session.address(), take) : fetch.run(session.address(), pmcids, take);
        }

        @Override
        public FetchReport preview(Session session, Consumer<Planned> out) {
            PmcFetch fetch = fetch(session);
            Consumer<String> names = name -> out.accept(new Planned(name, 0));
            return pmcids.isEmpty()
                    ? fetch.preview(session.address(), names)
                    : fetch.preview(session.address(), pmcids, names);
        }

        private static PmcFetch fetch(Session session) {
            int files = session.settings().batchFiles();
            PmcFetch fetch = new PmcFetch(
                    session.web(),
                    session.ledger(),
                    session.folder(),
                    files == 0 ? USUAL_BATCH : files,
                    session.settings().licences(),
                    session.copies(),
                    session.progress());
            boolean empty = CurrentCorpus.find(session.corpus())
                    .filter(corpus -> corpus.counts().records().containsKey(Source.PMC))
                    .isEmpty();
            if (empty) {
                fetch.forgetAll();
            }
            return fetch;
        }
    }
}
