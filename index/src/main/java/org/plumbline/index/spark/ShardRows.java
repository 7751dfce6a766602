package org.plumbline.index.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.citations.Text;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.ShardWriter;

/// Writes one partition's rows as one shard. A row has an article id, a text id and JSON: of the article where
/// there is no text id (this row comes first), else of the text. The same text may come twice.
final class ShardRows {

    static final String ARTICLE_ID = "article_id";
    static final String TEXT_ID = "id_of_text";
    static final String JSON = "json";
    static final String NO_TEXT = "";

    private ShardRows() {}

    /// Writes under a name of its own first, so that a task which runs twice leaves one shard.
    static void write(Iterator<Row> rows, Path folder) throws IOException {
        TaskContext task = TaskContext.get();
        Path attempt = folder.resolveSibling("attempt-" + task.taskAttemptId());
        try (ShardWriter writer = new ShardWriter(attempt)) {
            add(rows, writer);
            writer.finish();
        }
        Files.createDirectories(folder);
        Files.move(attempt, SnapshotFolder.shard(folder, task.partitionId()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void add(Iterator<Row> rows, ShardWriter writer) throws IOException {
        Article article = null;
        List<Text> texts = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            String json = row.getAs(JSON);
            if (!row.<String>getAs(TEXT_ID).equals(NO_TEXT)) {
                texts.add(Json.read(json, Text.class));
                continue;
            }
            if (article != null) {
                writer.add(new ArticleWithTexts(article, texts));
            }
            article = Json.read(json, Article.class);
            texts.clear();
        }
        if (article != null) {
            writer.add(new ArticleWithTexts(article, texts));
        }
    }
}
