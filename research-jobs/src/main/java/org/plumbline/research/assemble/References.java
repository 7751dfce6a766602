package org.plumbline.research.assemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.citations.style.Vancouver;
import org.plumbline.research.report.Reference;

/// The reference list, numbered in the order of the evidence.
final class References {

    private final Map<String, Reference> byArticle = new LinkedHashMap<>();

    private References() {}

    @SafeVarargs
    static References of(List<Said>... claims) {
        References references = new References();
        for (List<Said> list : claims) {
            list.forEach(references::add);
        }
        return references;
    }

    private void add(Said said) {
        byArticle.computeIfAbsent(
                said.claim().articleId(),
                id -> Reference.to(
                        said.article().article(),
                        byArticle.size() + 1,
                        said.article().design(),
                        Vancouver.reference(said.article().article())));
    }

    boolean has(String articleId) {
        return byArticle.containsKey(articleId);
    }

    int number(String articleId) {
        return Objects.requireNonNull(byArticle.get(articleId), articleId).number();
    }

    int size() {
        return byArticle.size();
    }

    List<Reference> list() {
        return new ArrayList<>(byArticle.values());
    }
}
