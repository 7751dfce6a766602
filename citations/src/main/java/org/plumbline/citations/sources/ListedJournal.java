package org.plumbline.citations.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.plumbline.citations.WrongInputException;

/// A journal of a list. An ISSN or NLM's id tells it; a title alone, where it has neither, must be the journal's
/// full title or abbreviation.
///
/// @param issn one of its ISSNs, with the hyphen; else empty
/// @param nlmId NLM's unique identifier, such as 100909747; else empty
/// @param title for people, where one of the others is given
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ListedJournal(String issn, String nlmId, String title) {

    public ListedJournal {
        issn = issn == null ? "" : issn.strip().toUpperCase(Locale.ROOT);
        nlmId = nlmId == null ? "" : nlmId.strip().toUpperCase(Locale.ROOT);
        title = title == null ? "" : title.strip();
        if (!issn.isEmpty() && !Issn.isValid(issn)) {
            throw new WrongInputException("issn " + issn + ": "
                    + (issn.matches("[0-9]{4}-[0-9]{3}[0-9X]")
                            ? "its check digit should be " + Issn.check(issn) + "; look the journal up again"
                            : "expected four digits, a hyphen, three digits and a check digit"));
        }
        if (!nlmId.isEmpty() && !nlmId.matches("[0-9]{5,9}R?")) {
            throw new WrongInputException("nlmId " + nlmId + ": expected digits, such as 100909747");
        }
        if (issn.isEmpty() && nlmId.isEmpty() && title.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new WrongInputException("a journal without issn, nlmId and title; give one of them");
        }
    }
}
