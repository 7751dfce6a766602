package org.plumbline.ingest.pubmed;

import org.plumbline.citations.Grant;
import org.plumbline.citations.Term;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.RegistryNumbers;
import org.plumbline.ingest.text.XmlCursor;

/// Reads one PubmedArticle, or the MedlineCitation of 2016's sets, which has no PubmedData.
final class CitationParser {

    private static final String YES = "Y";

    private final XmlCursor cursor;
    private final CitationDraft draft;

    private CitationParser(XmlCursor cursor, CitationDraft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    /// Reads the record whose start the cursor stands on; moves to its end.
    static void parse(XmlCursor cursor, CitationDraft draft) throws RefusedXmlException {
        CitationParser parser = new CitationParser(cursor, draft);
        if (cursor.name().equals("MedlineCitation")) {
            parser.citation();
        } else {
            parser.pubmedArticle();
        }
    }

    private void pubmedArticle() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "MedlineCitation" -> citation();
                case "PubmedData" -> pubmedData();
                default -> {}
            }
        }
    }

    private void citation() throws RefusedXmlException {
        draft.status = cursor.attribute("Status");
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "PMID" -> pmid();
                case "Article" -> new ArticleParser(cursor, draft).parse();
                case "MedlineJournalInfo" -> journalInfo();
                case "MeshHeadingList" -> meshHeadings();
                case "SupplMeshList" -> supplementaryMesh();
                case "CommentsCorrectionsList" -> RelationParser.parse(cursor, draft);
                case "OtherAbstract" -> AbstractParser.parseOther(cursor, draft.words);
                case "KeywordList" -> keywords();
                case "OtherID" -> otherId();
                case "CoiStatement" -> draft.competingInterests = cursor.words();
                default -> {}
            }
        }
    }

    private void pmid() throws RefusedXmlException {
        int version = Numbers.positive(cursor.attribute("Version"), 1);
        draft.identify(cursor.words(), version);
    }

    private void journalInfo() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "MedlineTA" -> draft.journal.medlineAbbreviation = cursor.words();
                case "NlmUniqueID" -> draft.journal.nlmId = cursor.words();
                case "ISSNLinking" -> draft.journal.issns.add(cursor.words());
                default -> {}
            }
        }
    }

    /// A heading is its descriptor, then each pair of descriptor and qualifier under the id that MeSH gives pairs
    /// (D008175Q000188). A descriptor is a major topic where it or one of its qualifiers is.
    private void meshHeadings() throws RefusedXmlException {
        int list = cursor.depth();
        while (cursor.nextChild(list)) {
            int heading = cursor.depth();
            int place = draft.mesh.size();
            Term descriptor = Term.of("", "");
            while (cursor.nextChild(heading)) {
                if (cursor.name().equals("DescriptorName")) {
                    descriptor = term();
                } else if (cursor.name().equals("QualifierName")) {
                    Term qualifier = term();
                    draft.mesh.add(new Term(
                            descriptor.id() + qualifier.id(),
                            descriptor.name() + "/" + qualifier.name(),
                            qualifier.major()));
                }
            }
            boolean major = descriptor.major()
                    || draft.mesh.subList(place, draft.mesh.size()).stream().anyMatch(Term::major);
            draft.mesh.add(place, new Term(descriptor.id(), descriptor.name(), major));
        }
    }

    private void supplementaryMesh() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            draft.mesh.add(term());
        }
    }

    private Term term() throws RefusedXmlException {
        String id = cursor.attribute("UI");
        boolean major = cursor.attribute("MajorTopicYN").equals(YES);
        return new Term(id, cursor.words(), major);
    }

    /// The authors' own: other owners' keywords are indexers'.
    private void keywords() throws RefusedXmlException {
        String owner = cursor.attribute("Owner");
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (owner.isEmpty() || owner.equals("NOTNLM")) {
                String keyword = cursor.words();
                if (!keyword.isEmpty()) {
                    draft.keywords.add(keyword);
                }
            }
        }
    }

    /// Where the PMCID stood before citations had PubmedData, sometimes with a note on its release behind it.
    private void otherId() throws RefusedXmlException {
        boolean nlm = cursor.attribute("Source").equals("NLM");
        String id = cursor.words();
        if (nlm && id.startsWith("PMC") && draft.otherPmcid.isEmpty()) {
            draft.otherPmcid = id.split(" ", 2)[0];
        }
    }

    /// The article's own ids are a child of PubmedData; those inside its ReferenceList are other publications'.
    private void pubmedData() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "ArticleIdList" -> ArticleIdParser.parse(cursor).forEach(draft.ids::putIfAbsent);
                case "ReferenceList" -> ReferenceParser.parse(cursor, draft.references);
                default -> {}
            }
        }
    }

    /// One grant.
    static Grant grant(XmlCursor cursor) throws RefusedXmlException {
        String number = "";
        String funder = "";
        String country = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "GrantID" -> number = cursor.words();
                case "Agency" -> funder = cursor.words();
                case "Country" -> country = cursor.words();
                default -> {}
            }
        }
        return new Grant(number, funder, country);
    }

    /// The numbers of one data bank, where it registers trials.
    static void dataBank(XmlCursor cursor, CitationDraft draft) throws RefusedXmlException {
        boolean registry = false;
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("DataBankName")) {
                registry = RegistryNumbers.isTrialRegistry(cursor.words());
            } else if (cursor.name().equals("AccessionNumberList")) {
                int list = cursor.depth();
                while (cursor.nextChild(list)) {
                    if (registry) {
                        draft.dataBankNumbers.add(cursor.words());
                    }
                }
            }
        }
    }
}
