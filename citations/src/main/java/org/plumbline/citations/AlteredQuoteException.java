package org.plumbline.citations;

/// A written quote differs from the words that stand at its location.
public final class AlteredQuoteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlteredQuoteException(WrittenQuote written, Quote standing) {
        super("at " + written.location() + " stands \"" + standing.words() + "\", not \"" + written.words() + "\"");
    }
}
