package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A journal as a record names it: title, NLM's or ISO's abbreviation, ISSNs (print, electronic, linking), NLM's
/// id, publisher. What is not there is empty.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Journal(String title, String abbreviation, List<String> issns, String nlmId, String publisher) {

    public static final Journal NONE = new Journal("", "", List.of(), "", "");

    public Journal {
        title = title == null ? "" : title;
        abbreviation = abbreviation == null ? "" : abbreviation;
        issns = issns == null ? List.of() : List.copyOf(issns);
        nlmId = nlmId == null ? "" : nlmId;
        publisher = publisher == null ? "" : publisher;
    }
}
