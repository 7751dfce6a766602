package org.plumbline.ingest.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Json;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;
import org.plumbline.ingest.identity.Identity;
import org.plumbline.ingest.identity.KnownRecord;

/// Computes the articles of each component, as rows of [CorpusRows#COMPUTED].
///
/// A component is in memory whole, since its records are weighed against each other. It is two or three records,
/// and at worst those of one DOI or of one long title by one author: the abstracts of a congress, some thousands.
final class ArticleRows {

    private ArticleRows() {}

    /// @param members rows of component, record (JSON), former ids, event (JSON): either a record with its former
    ///     ids or an event
    static Dataset<Row> of(Dataset<Row> members) {
        return members.groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (_, rows) -> articles(rows),
                        Encoders.row(CorpusRows.COMPUTED));
    }

    private static Iterator<Row> articles(Iterator<Row> members) {
        List<KnownRecord> known = new ArrayList<>();
        List<IntegrityEvent> events = new ArrayList<>();
        members.forEachRemaining(member -> {
            if (member.isNullAt(1)) {
                events.add(Json.read(member.getString(3), IntegrityEvent.class));
            } else {
                known.add(new KnownRecord(Json.read(member.getString(1), SourceRecord.class), member.getList(2)));
            }
        });
        return Identity.articles(known, events).stream().map(ArticleRows::row).iterator();
    }

    private static Row row(Article article) {
        return RowFactory.create(
                article.id(),
                article.ids().pmid(),
                article.ids().pmcid(),
                article.ids().doi(),
                article.bibliography().title(),
                article.bibliography().journal().title(),
                strings(article.bibliography().journal().issns(), issn -> issn),
                Objects.toString(article.bibliography().date(), null),
                strings(article.publicationTypes(), Term::name),
                strings(article.mesh(), Term::name),
                article.bibliography().language(),
                article.license(),
                article.texts().stream().anyMatch(text -> text.kind().isFullText()),
                article.peerReview().status().name(),
                article.standing().name(),
                strings(article.studyIds(), id -> id),
                strings(article.texts(), text -> text.textId().value()),
                Json.line(article),
                strings(article.aliases(), alias -> alias));
    }

    private static <T> String[] strings(Collection<T> values, Function<T, String> name) {
        return values.stream().map(name).toArray(String[]::new);
    }
}
