package org.plumbline.ingest.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.Source;

/// The files that the published version was made from. All of a source are in memory, some hundred bytes each:
/// NLM's thousands are nothing; millions of single articles want a larger heap (`PLUMBLINE_HEAP`).
///
/// @param identities as `CheckedFile.identity` gives them
/// @param names of the files that were taken
public record TakenFiles(Set<String> identities, Set<String> names) {

    /// The name of the table that keeps them.
    public static final String TABLE = "files";

    /// A source's files in the published version; none where there is none.
    public static TakenFiles of(CorpusHome home, Source source) {
        Set<String> identities = new HashSet<>();
        Set<String> names = new HashSet<>();
        Optional<Long> version = CurrentCorpus.find(home)
                .flatMap(current -> Optional.ofNullable(current.tables().get(TABLE)));
        if (version.isPresent()) {
            new KernelTable(home.table(TABLE)).forEach(version.get(), List.of("source", "name", "identity"), row -> {
                if (row.getString(0).equals(source.name())) {
                    names.add(row.getString(1));
                    identities.add(row.getString(2));
                }
            });
        }
        return new TakenFiles(identities, names);
    }
}
