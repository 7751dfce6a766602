package org.plumbline.citations;

/// When a source said something, in the source's own counting: the newest record of one source id wins.
///
/// @param sequence the file's number (PubMed: 26 for the year times 100,000 plus the file number; PMC: the version)
/// @param version the record's own version (PubMed: PMID Version), else 1
/// @param position its place in the file, from 0
public record SourceOrder(long sequence, int version, long position) implements Comparable<SourceOrder> {

    @Override
    public int compareTo(SourceOrder other) {
        int bySequence = Long.compare(sequence, other.sequence);
        if (bySequence != 0) {
            return bySequence;
        }
        int byVersion = Integer.compare(version, other.version);
        return byVersion != 0 ? byVersion : Long.compare(position, other.position);
    }
}
