package org.plumbline.citations;

/// A quote as it was written down somewhere: words and the location where they are said to stand. It is believed
/// only after [#check].
public record WrittenQuote(Location location, String words) {

    /// The quote, re-read from its text.
    ///
    /// @throws AlteredQuoteException where other words stand there
    public Quote check(Text text) {
        Quote quote = text.quote(location);
        if (!quote.words().equals(words)) {
            throw new AlteredQuoteException(this, quote);
        }
        return quote;
    }
}
