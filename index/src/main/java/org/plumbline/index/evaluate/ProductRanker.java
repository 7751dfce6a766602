package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.NewPart;
import org.plumbline.index.build.SnapshotBuild;

/// Ranks as `index search` does: each document becomes an article with a title and an abstract.
final class ProductRanker implements Ranker {

    private static final CorpusVersion CORPUS = new CorpusVersion(1, 1, "", Map.of(), "evaluation");

    private final Snapshot snapshot;

    private ProductRanker(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static ProductRanker build(BeirFolder data, Path folder) throws IOException {
        List<BeirFolder.BeirDocument> documents = new ArrayList<>();
        data.documents(documents::add);
        documents.sort(Comparator.comparing(document -> new BytesRef(document.id())));
        try (SnapshotBuild build = SnapshotBuild.begin(folder, CORPUS)) {
            try (NewPart part = new NewPart(build.newParts(), "evaluation")) {
                for (BeirFolder.BeirDocument document : documents) {
                    part.add(article(document));
                }
                build.publish(List.of(part.finish()));
            }
        }
        return new ProductRanker(Snapshot.openCurrent(folder));
    }

    @Override
    public List<String> rank(String words, int documents) {
        return snapshot.rank(Query.words(words), Filter.NONE, documents);
    }

    @Override
    public void close() {
        snapshot.close();
    }

    private static ArticleWithTexts article(BeirFolder.BeirDocument document) {
        List<Section> sections = new ArrayList<>();
        if (!document.title().isBlank()) {
            sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), document.title()));
        }
        sections.add(Section.of(sections.size(), Part.ABSTRACT, Role.OTHER, List.of(), document.text()));
        Text text = Text.of(TextKind.MEDLINE_ABSTRACT, sections);
        Bibliography bibliography = Bibliography.ofTitle(document.title());
        Article article = new Article(
                document.id(),
                ArticleIds.NONE,
                List.of(document.id()),
                bibliography,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Standing.NO_KNOWN_EVENT,
                new PeerReview(PeerReview.Status.UNKNOWN, List.of()),
                "",
                "",
                "",
                List.of(new Article.ArticleText(text.id(), text.kind(), document.id())));
        return new ArticleWithTexts(article, List.of(text));
    }
}
