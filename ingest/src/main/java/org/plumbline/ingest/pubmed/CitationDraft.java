package org.plumbline.ingest.pubmed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.CitedReference;
import org.plumbline.citations.Grant;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.RegistryNumbers;

/// What was read of one citation so far; the parsers fill it, [#findRead(SourceOrder)] makes the record of it.
final class CitationDraft {

    final JournalDraft journal = new JournalDraft();
    final AbstractDraft words = new AbstractDraft();
    final List<Author> authors = new ArrayList<>();
    final List<String> languages = new ArrayList<>();
    final List<Term> publicationTypes = new ArrayList<>();
    final List<Term> mesh = new ArrayList<>();
    final List<String> keywords = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    final List<CitedReference> references = new ArrayList<>();
    final List<String> dataBankNumbers = new ArrayList<>();

    /// Identifiers by NLM's IdType; the first of a kind counts.
    final Map<String, String> ids = new LinkedHashMap<>();

    String status = "";
    String competingInterests = "";
    String pages = "";
    String locationDoi = "";
    String locationPii = "";
    String otherPmcid = "";

    @Nullable
    PublicationDate articleDate;

    private String pmid = "";
    private int version = 1;

    void identify(String newPmid, int newVersion) {
        if (pmid.isEmpty()) {
            pmid = newPmid;
            version = newVersion;
        }
    }

    int version() {
        return version;
    }

    /// A place in the file with the PMID, as far as it was read.
    String placed(String place) {
        return pmid.isEmpty() ? place : place + ", PMID " + pmid;
    }

    String title() {
        return words.title();
    }

    /// The record at this place in its source; empty where it has no valid PMID.
    Optional<Delivery.Read> findRead(SourceOrder order) {
        ArticleIds own = articleIds();
        String id = own.pmid();
        return id == null ? Optional.empty() : Optional.of(read(id, own, order));
    }

    private Delivery.Read read(String id, ArticleIds own, SourceOrder order) {
        List<Section> sections = words.sections();
        Text text = sections.isEmpty() ? null : Text.of(TextKind.MEDLINE_ABSTRACT, sections);
        SourceRecord record = SourceRecord.draft(Source.PUBMED, id, order)
                .ids(own)
                .textId(text == null ? null : text.id())
                .bibliography(bibliography())
                .status(status)
                .publicationTypes(publicationTypes)
                .mesh(mesh)
                .keywords(keywords)
                .registryNumbers(registryNumbers(sections))
                .grants(grants)
                .relations(relations)
                .references(references)
                .competingInterests(competingInterests)
                .record();
        return new Delivery.Read(record, text);
    }

    private ArticleIds articleIds() {
        ArticleIds listed = new ArticleIds(pmid, ids.get("pmc"), ids.get("doi"));
        if (listed.pmcid() != null && listed.doi() != null) {
            return listed;
        }
        ArticleIds otherwise = new ArticleIds(null, otherPmcid, locationDoi);
        return new ArticleIds(
                listed.pmid(),
                listed.pmcid() == null ? otherwise.pmcid() : listed.pmcid(),
                listed.doi() == null ? otherwise.doi() : listed.doi());
    }

    private Bibliography bibliography() {
        return new Bibliography(
                words.plainTitle(),
                words.vernacularTitle,
                authors,
                journal.journal(),
                journal.date == null ? articleDate : journal.date,
                journal.volume,
                journal.issue,
                pages.isEmpty() ? locationPii : pages,
                languages.isEmpty() ? "" : languages.getFirst());
    }

    /// From the data banks and from the words, each number once, whatever its case.
    private List<String> registryNumbers(List<Section> sections) {
        Map<String, String> numbers = new LinkedHashMap<>();
        dataBankNumbers.forEach(number -> numbers.putIfAbsent(number.toLowerCase(Locale.ROOT), number));
        for (Section section : sections) {
            for (String number : RegistryNumbers.in(section.content())) {
                numbers.putIfAbsent(number.toLowerCase(Locale.ROOT), number);
            }
        }
        return List.copyOf(numbers.values());
    }
}
