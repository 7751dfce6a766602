package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.plumbline.citations.Article;
import org.plumbline.citations.Article.ArticleText;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.index.Blocks;
import org.plumbline.index.OpenParts;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.lucene.Fields;

/// The snapshot that an update starts from, as a store of articles and texts: what the update does not bring is
/// looked up here, not in the corpus, whose tables would have to be read whole for it.
///
/// An article's block has the texts that it lists and every other that the corpus keeps under the records of these.
/// So for a record that some article listed, all texts of its are here; for any other, none need be.
public final class BaseSnapshot implements AutoCloseable {

    private final MultiReader reader;
    private final Blocks blocks;

    private BaseSnapshot(MultiReader reader) {
        this.reader = reader;
        this.blocks = new Blocks(reader);
    }

    public static BaseSnapshot open(Path home, String id) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(id);
        return new BaseSnapshot(OpenParts.of(folder, manifest));
    }

    /// What an article needs and the base cannot tell.
    ///
    /// @param texts listed texts that are not here
    /// @param records records that no article here listed: there may be older texts of theirs
    public record Unknown(Set<TextId> texts, Set<String> records) {}

    /// What is to be asked elsewhere.
    public Unknown unknown(Article article) throws IOException {
        Set<TextId> texts = new TreeSet<>();
        Set<String> records = new TreeSet<>();
        for (ArticleText listed : article.texts()) {
            if (!has(Fields.TEXT, listed.textId().value())) {
                texts.add(listed.textId());
            }
            if (!has(Fields.LISTED_RECORD, listed.record())) {
                records.add(listed.record());
            }
        }
        return new Unknown(texts, records);
    }

    /// The article with the texts here that belong to it, beside those that it comes with.
    public ArticleWithTexts complete(ArticleWithTexts input) throws IOException {
        List<Text> texts = new ArrayList<>(input.texts());
        Map<TextId, String> records = new HashMap<>(input.records());
        Set<TextId> known = input.texts().stream().map(Text::id).collect(Collectors.toCollection(TreeSet::new));
        List<Integer> heads = new ArrayList<>();
        for (ArticleText listed : input.article().texts()) {
            if (!known.contains(listed.textId())) {
                heads.addAll(
                        blocks.findAll(new Term(Fields.TEXT, listed.textId().value())));
            }
        }
        for (String record : listedRecords(input.article())) {
            heads.addAll(blocks.findAll(new Term(Fields.TEXT_RECORD, record)));
        }
        for (int head : heads) {
            TextId id = blocks.textId(head);
            if (known.add(id)) {
                texts.add(blocks.text(head));
                records.put(id, blocks.textRecord(head));
            }
        }
        return new ArticleWithTexts(input.article(), texts, records);
    }

    /// The articles that list a text of a record.
    public List<Article> listing(String record) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (int document : blocks.findAll(new Term(Fields.LISTED_RECORD, record))) {
            articles.add(blocks.article(document).article());
        }
        return articles;
    }

    /// The keys of the records that an article lists texts of.
    static Set<String> listedRecords(Article article) {
        return article.texts().stream().map(ArticleText::record).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean has(String field, String value) throws IOException {
        return blocks.find(new Term(field, value)).isPresent();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
