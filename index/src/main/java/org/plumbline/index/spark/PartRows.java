package org.plumbline.index.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.NewPart;

/// Writes one partition's rows as one part. A row has an article id, a text id and JSON: of the article where there
/// is no text id (this row comes first), else of the text, with the record that the corpus keeps it under. The same
/// text may come twice.
final class PartRows {

    static final String ARTICLE_ID = "article_id";
    static final String TEXT_ID = "id_of_text";
    static final String RECORD = "record_of_text";
    static final String JSON = "json";
    static final String NO_TEXT = "";

    /// A part as JSON.
    static final StructType PART = new StructType().add("part", DataTypes.StringType);

    private final NewPart part;
    private final LongAccumulator written;
    private final Completion completion;

    /// Adds what the corpus has of an article's texts beside those in its rows.
    interface Completion {

        ArticleWithTexts complete(ArticleWithTexts input) throws IOException;
    }

    private PartRows(NewPart part, LongAccumulator written, Completion completion) {
        this.part = part;
        this.written = written;
        this.completion = completion;
    }

    /// Writes a part and tells what it is.
    static SnapshotPart write(Iterator<Row> rows, Path parts, LongAccumulator written, Completion completion)
            throws IOException {
        try (NewPart part = new NewPart(parts, String.valueOf(TaskContext.get().taskAttemptId()))) {
            new PartRows(part, written, completion).add(rows);
            return part.finish();
        }
    }

    private void add(Iterator<Row> rows) throws IOException {
        Article article = null;
        List<Text> texts = new ArrayList<>();
        Map<TextId, String> records = new HashMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            String json = row.getAs(JSON);
            if (!row.<String>getAs(TEXT_ID).equals(NO_TEXT)) {
                Text text = Json.read(json, Text.class);
                texts.add(text);
                records.put(text.id(), row.getAs(RECORD));
                continue;
            }
            if (article != null) {
                add(new ArticleWithTexts(article, texts, records));
            }
            article = Json.read(json, Article.class);
            texts.clear();
            records.clear();
        }
        if (article != null) {
            add(new ArticleWithTexts(article, texts, records));
        }
    }

    private void add(ArticleWithTexts article) throws IOException {
        part.add(completion.complete(article));
        written.add(1);
    }
}
