package org.plumbline.research.claim;

import java.util.List;
import org.plumbline.citations.Claim;
import org.plumbline.citations.Quote;
import org.plumbline.citations.Text;
import org.plumbline.citations.WrittenQuote;

/// A claim as `claims.jsonl` holds it: believed only after [#check]. Its JSON is that of a [Claim].
public record WrittenClaim(String id, String articleId, String wording, List<WrittenQuote> quotes) {

    public WrittenClaim {
        quotes = List.copyOf(quotes);
    }

    /// The claim, each quote re-read from the text it stands in.
    ///
    /// @throws org.plumbline.citations.AlteredQuoteException where other words stand there
    /// @throws org.plumbline.citations.WrongInputException where the text is another, or the wording is not the
    ///     quote's
    public Claim check(Text text) {
        List<Quote> read = quotes.stream().map(quote -> quote.check(text)).toList();
        return new Claim(id, articleId, wording, read);
    }
}
