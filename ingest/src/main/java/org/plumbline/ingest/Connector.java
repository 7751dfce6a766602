package org.plumbline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.SourceSettings;
import org.plumbline.ingest.fetch.Take;
import org.plumbline.ingest.fetch.Web;

/// Brings a source's files from the net.
interface Connector {

    /// Where the source is when neither the command nor the settings say.
    String publicAddress();

    /// Brings what is new and has it taken in.
    FetchReport run(Session session, Take take);

    /// Says what that would be, thing by thing, and brings none of it.
    FetchReport preview(Session session, Consumer<Planned> out);

    /// What would be fetched.
    ///
    /// @param aboutBytes 0 where the source does not say
    record Planned(String name, long aboutBytes) {}

    /// What a connector works with.
    ///
    /// @param address of the source or its mirror, ending with a slash
    /// @param folder for its batches
    record Session(
            Web web,
            Ledger ledger,
            URI address,
            Path folder,
            SourceSettings settings,
            LocalCopies copies,
            CorpusHome corpus,
            Progress progress) {}
}
