package org.plumbline.ingest.services;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.ArticleIds;

/// Crossref's works of these DOIs, 40 an answer. A DOI that Crossref does not know (it is another agency's, or
/// none) is missing from the answers, which is no failure.
public final class CrossrefWorks implements Query {

    private static final int DOIS_A_PAGE = 40;

    /// Longer addresses are refused by some servers on the way.
    private static final int LONGEST_FILTER = 3_000;

    private final String base;
    private final String contact;

    /// Each page's address, and the one after it.
    private final Map<URI, Optional<URI>> pages = new LinkedHashMap<>();

    /// @param contact an e-mail address for the polite pool, else empty
    public CrossrefWorks(String base, List<String> dois, String contact) {
        this.base = base;
        this.contact = contact.contains("@") ? contact : "";
        List<URI> addresses = addresses(dois.stream()
                .map(doi -> new ArticleIds(null, null, doi).doi())
                .filter(doi -> doi != null)
                .distinct()
                .toList());
        for (int i = 0; i < addresses.size(); i++) {
            pages.put(
                    addresses.get(i), i + 1 < addresses.size() ? Optional.of(addresses.get(i + 1)) : Optional.empty());
        }
    }

    @Override
    public Optional<URI> first() {
        return pages.keySet().stream().findFirst();
    }

    @Override
    public Optional<URI> next(URI asked, Optional<AnswerHead> answer) {
        return pages.getOrDefault(asked, Optional.empty());
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    public int records(AnswerHead answer) {
        return answer.find("message.DOI").isPresent() ? 1 : answer.size("message.items");
    }

    @Override
    public Optional<Long> total(AnswerHead answer) {
        return Optional.empty();
    }

    /// A comma ends a filter's value: such a DOI is asked for alone.
    private List<URI> addresses(List<String> dois) {
        List<URI> addresses = new ArrayList<>();
        StringBuilder filter = new StringBuilder();
        int inFilter = 0;
        for (String doi : dois) {
            if (doi.contains(",")) {
                addresses.add(Addressed.of(base + "/works/" + Addressed.encoded(doi), Map.of("mailto", contact)));
                continue;
            }
            if (inFilter == DOIS_A_PAGE || filter.length() + doi.length() > LONGEST_FILTER) {
                addresses.add(several(filter, inFilter));
                filter.setLength(0);
                inFilter = 0;
            }
            filter.append(inFilter == 0 ? "" : ",").append("doi:").append(doi);
            inFilter++;
        }
        if (inFilter > 0) {
            addresses.add(several(filter, inFilter));
        }
        return addresses;
    }

    private URI several(StringBuilder filter, int count) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("filter", filter.toString());
        parameters.put("rows", "" + count);
        parameters.put("mailto", contact);
        return Addressed.of(base + "/works", parameters);
    }
}
