package org.plumbline.citations;

import java.util.List;

/// A sentence that a report says, and the quotes it stands on: at least one.
///
/// The wording is that of the first quote, to the letter: without a checked rewording there is no other.
public record Claim(String id, String articleId, String wording, List<Quote> quotes) {

    public Claim {
        quotes = List.copyOf(quotes);
        if (quotes.isEmpty()) {
            throw new WrongInputException("claim " + id + " has no quote: what stands on nothing is not said");
        }
        if (!wording.equals(quotes.getFirst().words())) {
            throw new WrongInputException("claim " + id + " is worded otherwise than its quote");
        }
    }

    /// The claim that says a quote as it stands.
    public static Claim quoting(String id, String articleId, Quote quote) {
        return new Claim(id, articleId, quote.words(), List.of(quote));
    }
}
