package org.plumbline.citations;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Who delivered a record. Where several say something of one publication, the earlier named here is believed
/// first.
public enum Source {
    /// NLM's citation files; the source id is the PMID.
    PUBMED(Role.PUBLICATIONS),
    /// JATS of PubMed Central; the source id is the PMCID.
    PMC(Role.PUBLICATIONS),
    /// JATS from a folder, without a PMCID; the source id is its DOI, else the digest of its text.
    JATS(Role.PUBLICATIONS),
    /// A PDF, office document or web page from a folder; the source id is its DOI, else the digest of its text.
    DOCUMENT(Role.PUBLICATIONS),
    /// A citation from a reference manager's file (RIS); the source id is its DOI, else a digest of the citation.
    CITATION(Role.PUBLICATIONS),
    /// Europe PMC's search answers; the source id is theirs, such as `MED:12345678` or `PPR:PPR12345`.
    EUROPE_PMC(Role.PUBLICATIONS),
    /// Crossref's works; the source id is the DOI.
    CROSSREF(Role.METADATA),
    /// Retraction Watch's rows; the source id is its Record ID, else a digest of what the row is about.
    RETRACTION_WATCH(Role.NOTICES),
    /// Pairs of a publication and its notice from a list of one's own; the source id names the pair.
    NOTICE_LIST(Role.NOTICES),
    /// ClinicalTrials.gov's studies; the source id is the NCT number.
    CLINICAL_TRIALS(Role.REGISTRATIONS);

    /// What a source's records are to an article.
    public enum Role {
        /// Each describes a publication: together they make articles.
        PUBLICATIONS,
        /// They complete the article that others make, and make none by themselves.
        METADATA,
        /// They report what happened to publications, and are none.
        NOTICES,
        /// They register studies, and name the publications that report them: never cited as a publication.
        REGISTRATIONS
    }

    private final Role role;

    Source(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    /// The name that people type and read, such as `europe-pmc`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The source of a name.
    ///
    /// @throws WrongInputException where no source has it: the message lists those there are
    public static Source named(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new WrongInputException("source \"" + word + "\": none is named so; there are "
                        + Arrays.stream(values()).map(Source::word).collect(Collectors.joining(", "))));
    }
}
