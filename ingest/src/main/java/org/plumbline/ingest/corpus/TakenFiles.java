package org.plumbline.ingest.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.Source;

/// The files of a source that the published version was made from. There may be millions (PMC's articles, one a
/// file): none is kept in memory but those that are asked for.
public final class TakenFiles {

    /// The name of the table that keeps them.
    public static final String TABLE = "files";

    /// The order in which Delta keeps the least and the greatest value of a file.
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(words -> words.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final CorpusHome home;
    private final Source source;
    private final Optional<Long> version;

    private TakenFiles(CorpusHome home, Source source, Optional<Long> version) {
        this.home = home;
        this.source = source;
        this.version = version;
    }

    /// A source's files in the published version; none where there is none.
    public static TakenFiles of(CorpusHome home, Source source) {
        return new TakenFiles(
                home,
                source,
                CurrentCorpus.find(home)
                        .flatMap(current -> Optional.ofNullable(current.tables().get(TABLE))));
    }

    /// Which of these were taken. Parts of the table that cannot hold one, since all in them stand before or behind
    /// these, are not read.
    ///
    /// @param identities as `CheckedFile.identity` gives them
    public Set<String> among(Set<String> identities) {
        Set<String> taken = new HashSet<>();
        if (version.isPresent() && !identities.isEmpty()) {
            new KernelTable(home.table(TABLE))
                    .forEach(
                            version.get(),
                            List.of("source", "identity"),
                            KernelTable.between(
                                    "identity",
                                    Collections.min(identities, BY_BYTES),
                                    Collections.max(identities, BY_BYTES)),
                            row -> {
                                if (row.getString(0).equals(source.name()) && identities.contains(row.getString(1))) {
                                    taken.add(row.getString(1));
                                }
                            });
        }
        return taken;
    }

    /// The names of all of them: for sources of thousands of files, such as NLM's.
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        version.ifPresent(number -> new KernelTable(home.table(TABLE))
                .forEach(number, List.of("source", "name"), row -> {
                    if (row.getString(0).equals(source.name())) {
                        names.add(row.getString(1));
                    }
                }));
        return names;
    }
}
