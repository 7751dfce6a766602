package org.plumbline.research.report;

import java.util.List;
import org.plumbline.citations.Verdict;
import org.plumbline.citations.WrongInputException;

/// One claim with all it stands on: the words it says, the quotes, and what the verifier saw.
///
/// @param reference the number of the article's reference
/// @param wording as printed: the first quote's words, to the letter
public record LedgerEntry(
        String claimId, String articleId, int reference, String wording, List<ShownQuote> quotes, Verdict verdict) {

    public LedgerEntry {
        quotes = List.copyOf(quotes);
        if (quotes.isEmpty() || !wording.equals(quotes.getFirst().quote().words())) {
            throw new WrongInputException("claim " + claimId + " is not worded as the quote it stands on");
        }
        if (!verdict.claimId().equals(claimId)) {
            throw new WrongInputException("claim " + claimId + " carries the verdict on " + verdict.claimId());
        }
    }
}
