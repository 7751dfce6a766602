package org.plumbline.index.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Standing;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.text.Span;
import org.plumbline.index.Hit;
import org.plumbline.index.IndexedArticle;
import org.plumbline.index.PassageHit;

/// An article found, as one line of JSON.
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonHit(
        String article,
        double score,
        String title,
        String citation,
        @Nullable String pmid,
        @Nullable String pmcid,
        @Nullable String doi,
        DesignLevel design,
        Standing standing,
        List<JsonPassage> passages) {

    record JsonPassage(
            String location,
            double score,
            String part,
            String role,
            List<String> heading,
            String words,
            List<Span> highlights) {}

    static JsonHit of(Hit hit) {
        IndexedArticle found = hit.article();
        return new JsonHit(
                found.article().id(),
                hit.score(),
                found.article().bibliography().title(),
                CitationLine.of(found.article()),
                found.article().ids().pmid(),
                found.article().ids().pmcid(),
                found.article().ids().doi(),
                found.design(),
                found.article().standing(),
                hit.passages().stream().map(JsonHit::passage).toList());
    }

    private static JsonPassage passage(PassageHit hit) {
        return new JsonPassage(
                hit.passage().location().toString(),
                hit.score(),
                hit.passage().part().name(),
                hit.passage().role().name(),
                hit.passage().heading(),
                hit.passage().words(),
                hit.highlights());
    }
}
