package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.index.Mode;

/// The rankers over one judged collection. Holds what they were built in until it is closed.
final class Rankers implements AutoCloseable {

    private final Scratch scratch;
    private final Optional<JudgedIndex> ours;
    private final Optional<JudgedIndex> unembedded;
    private final Optional<BareRanker> bare;

    private Rankers(
            Scratch scratch, Optional<JudgedIndex> ours, Optional<JudgedIndex> unembedded, Optional<BareRanker> bare) {
        this.scratch = scratch;
        this.ours = ours;
        this.unembedded = unembedded;
        this.bare = bare;
    }

    /// Builds what is needed for them; where that fails nothing is left of it.
    ///
    /// @param wanted which of them are going to be asked
    /// @param vectors where vectors are kept
    static Rankers build(List<JudgedDocument> documents, Collection<Ranks> wanted, Path vectors) throws IOException {
        return build(documents, wanted, vectors, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Rankers build(List<JudgedDocument> documents, Collection<Ranks> wanted, Path vectors, Path temporary)
            throws IOException {
        Scratch scratch = Scratch.in(temporary);
        boolean built = false;
        try {
            Optional<JudgedIndex> ours = ours(documents, wanted, vectors, scratch);
            Optional<JudgedIndex> unembedded = wanted.contains(Ranks.UNEMBEDDED)
                    ? Optional.of(JudgedIndex.ofWords(documents, scratch.folder("unembedded")))
                    : Optional.empty();
            Optional<BareRanker> bare = wanted.contains(Ranks.BARE)
                    ? Optional.of(BareRanker.build(documents, scratch.folder("bare")))
                    : Optional.empty();
            built = true;
            return new Rankers(scratch, ours, unembedded, bare);
        } finally {
            if (!built) {
                scratch.close();
            }
        }
    }

    private static Optional<JudgedIndex> ours(
            List<JudgedDocument> documents, Collection<Ranks> wanted, Path vectors, Scratch scratch)
            throws IOException {
        if (Set.of(Ranks.UNEMBEDDED, Ranks.BARE).containsAll(wanted)) {
            return Optional.empty();
        }
        Path home = scratch.folder("home");
        return Optional.of(
                wanted.stream().anyMatch(Ranks::needsVectors)
                        ? JudgedIndex.ofVectors(documents, home, vectors)
                        : JudgedIndex.ofWords(documents, home));
    }

    /// A ranker that has asked nothing yet.
    Ranker of(Ranks ranks) {
        return switch (ranks) {
            case BM25 -> ours.orElseThrow().ranker(Mode.BM25);
            case DENSE -> ours.orElseThrow().ranker(Mode.DENSE);
            case HYBRID -> ours.orElseThrow().ranker(Mode.HYBRID);
            case RERANK -> ours.orElseThrow().ranker(Mode.RERANK);
            case UNEMBEDDED -> unembedded.orElseThrow().ranker(Mode.RERANK);
            case BARE -> bare.orElseThrow();
        };
    }

    @Override
    public void close() throws IOException {
        ours.ifPresent(JudgedIndex::close);
        unembedded.ifPresent(JudgedIndex::close);
        if (bare.isPresent()) {
            bare.get().close();
        }
        scratch.close();
    }
}
