package org.plumbline.ingest.fetch.pubmed;

import java.net.URI;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.plumbline.ingest.fetch.Checksum;
import org.plumbline.ingest.fetch.RemoteFile;

/// A citation file that a listing names.
///
/// @param sequence the year times 100,000 plus its number
/// @param folder "baseline" or "updatefiles"
/// @param md5 where its checksum is; null where the listing names none
/// @param stamp date and size in the listing's words; may be empty
/// @param aboutBytes as the listing says; 0 where it does not
public record PubmedFile(
        String name,
        long sequence,
        String folder,
        URI address,
        @Nullable URI md5,
        String stamp,
        long aboutBytes) {

    static final Comparator<PubmedFile> IN_ORDER =
            Comparator.comparingLong(PubmedFile::sequence).thenComparing(PubmedFile::folder);

    RemoteFile remote() {
        return new RemoteFile(
                address, name, aboutBytes, md5 == null ? new Checksum.Unknown() : new Checksum.Md5At(md5));
    }
}
