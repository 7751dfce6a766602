package org.plumbline.ingest.pubmed;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;

/// What was read of a citation's journal and issue so far.
final class JournalDraft {

    /// As printed, then the linking one.
    final Set<String> issns = new LinkedHashSet<>();

    String title = "";
    String isoAbbreviation = "";
    String medlineAbbreviation = "";
    String nlmId = "";
    String volume = "";
    String issue = "";

    @Nullable
    PublicationDate date;

    /// NLM's abbreviation is the one that Vancouver style prints; ISO's stands in.
    Journal journal() {
        String abbreviation = medlineAbbreviation.isEmpty() ? isoAbbreviation : medlineAbbreviation;
        return new Journal(
                title,
                abbreviation,
                issns.stream().filter(issn -> !issn.isEmpty()).toList(),
                nlmId,
                "");
    }
}
