package org.plumbline.index.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.plumbline.index.DigestSum;
import org.plumbline.index.OpenParts;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.VectorPartList;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.VectorPart;

/// Compares the vectors of a snapshot with its articles: each vector must be of the words of the article that it
/// stands for, and the manifest must name those that live.
final class VectorCheck {

    private final List<String> findings = new ArrayList<>();
    private String model = "";
    private long articles;
    private DigestSum sum = DigestSum.ZERO;

    private VectorCheck() {}

    /// What is wrong, one line each. The files are those that were written.
    static List<String> of(SnapshotFolder folder, SnapshotManifest manifest) throws IOException {
        VectorCheck check = new VectorCheck();
        for (SnapshotPart part : manifest.parts()) {
            if (!part.vectors().isEmpty()) {
                try (DirectoryReader reader = OpenParts.of(folder, manifest.id(), part);
                        VectorPart vectors = VectorPart.open(folder.vectorPart(part.vectors()))) {
                    VectorPartList list = VectorPartList.find(folder.vectorPart(part.vectors()))
                            .orElseThrow();
                    check.read(list, vectors, reader.leaves().getFirst().reader());
                }
            }
        }
        VectorCoverage held =
                check.articles == 0 ? VectorCoverage.NONE : new VectorCoverage(check.model, check.articles, check.sum);
        if (!held.equals(manifest.coverage())) {
            check.findings.add("the manifest says " + manifest.coverage() + ", the vector parts hold " + held);
        }
        return check.findings;
    }

    private void read(VectorPartList list, VectorPart vectors, LeafReader leaf) throws IOException {
        BinaryDocValues words = DocValues.getBinary(leaf, Fields.EMBEDDED);
        Bits live = leaf.getLiveDocs();
        model = list.model();
        DigestSum all = DigestSum.ZERO;
        for (int vector = 0; vector < vectors.size(); vector++) {
            int article = vectors.article(vector);
            byte[] key = vectors.key(vector).bytes();
            if (article >= leaf.maxDoc()
                    || !words.advanceExact(article)
                    || !new BytesRef(key).equals(words.binaryValue())) {
                findings.add("vector part of " + list.part() + ": vector " + vector + " is not of document " + article);
            }
            all = all.plus(DigestSum.of(key));
            if (live == null || live.get(article)) {
                articles++;
                sum = sum.plus(DigestSum.of(key));
            }
        }
        if (vectors.size() != list.vectors() || !all.equals(list.sum())) {
            findings.add("vector part of " + list.part() + ": the list says other vectors than there are");
        }
    }
}
