package org.plumbline.ingest.document;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.RegistryNumbers;

/// Makes the record of a document: source DOCUMENT, under its DOI, else under its text's digest.
final class DocumentRecord {

    /// Every document has the same place in time: of two with one DOI the content decides, whatever came first.
    private static final SourceOrder ORDER = new SourceOrder(1, 1, 0);

    private DocumentRecord() {}

    /// @param sections not empty
    static Delivery.Read of(ArticleIds ids, Bibliography bibliography, List<String> keywords, List<Section> sections) {
        Text text = Text.of(TextKind.DOCUMENT, sections);
        @Nullable String doi = ids.doi();
        SourceRecord record = SourceRecord.draft(
                        Source.DOCUMENT, doi == null ? text.id().value() : doi, ORDER)
                .ids(ids)
                .textId(text.id())
                .bibliography(bibliography)
                .keywords(keywords)
                .registryNumbers(registryNumbers(sections))
                .record();
        return new Delivery.Read(record, text);
    }

    private static List<String> registryNumbers(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> Stream.of(section.content()))
                .flatMap(content -> RegistryNumbers.in(content).stream())
                .distinct()
                .toList();
    }
}
