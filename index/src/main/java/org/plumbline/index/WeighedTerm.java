package org.plumbline.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.index.lucene.EnglishWords;

/// The terms of a query as they were typed and what each weighs.
///
/// @param typed the words as they stand in the query, of a phrase with its quotes
/// @param need its group's
/// @param weight its group's, times how often it was given there
record WeighedTerm(QueryTerm term, String typed, Query.Need need, float weight) {

    /// The terms of all groups, in order.
    static List<WeighedTerm> of(Query query) {
        List<WeighedTerm> terms = new ArrayList<>();
        for (Query.Group group : query.groups()) {
            Map<QueryTerm, String> typed = new LinkedHashMap<>();
            group.words().forEach(entry -> addTyped(entry, typed));
            QueryTerm.of(group.words())
                    .forEach((term, times) -> terms.add(
                            new WeighedTerm(term, typed.getOrDefault(term, ""), group.need(), group.weight() * times)));
        }
        return terms;
    }

    private static void addTyped(String entry, Map<QueryTerm, String> typed) {
        if (Phrases.isPhrase(entry)) {
            QueryTerm.sideBySide(EnglishWords.of(entry)).forEach(term -> typed.putIfAbsent(term, entry));
            return;
        }
        QueryTerm.typed(entry).forEach(typed::putIfAbsent);
    }
}
