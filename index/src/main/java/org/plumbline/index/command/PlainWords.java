package org.plumbline.index.command;

import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Query;

/// Reads what was asked for in plain words.
final class PlainWords {

    private PlainWords() {}

    /// @throws WrongInputException where nothing but stop words and signs was asked for
    static Query query(String words) {
        Query query = Query.words(words);
        if (!query.hasWords()) {
            throw new WrongInputException(
                    "no word to search for in \"" + words + "\": words such as \"of\" and \"the\" do not count");
        }
        return query;
    }
}
