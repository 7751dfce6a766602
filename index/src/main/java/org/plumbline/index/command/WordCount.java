package org.plumbline.index.command;

import java.util.Locale;
import org.plumbline.index.Matched;

/// Says how many articles match by their words.
final class WordCount {

    private WordCount() {}

    static String of(Matched matched) {
        long articles = matched.articles();
        String least = switch (matched.precision()) {
            case EXACT -> "";
            case AT_LEAST -> "at least ";
        };
        return articles == 0
                ? "no article has any of the words"
                : String.format(
                        Locale.ROOT,
                        "%s%,d %s any of the words",
                        least,
                        articles,
                        articles == 1 ? "article has" : "articles have");
    }
}
