package org.plumbline.research.retrieve.measure;

import java.util.Set;

/// A question and the ids of the articles that answer it.
record AskedQuestion(String name, String question, Set<String> answers) {

    AskedQuestion {
        answers = Set.copyOf(answers);
    }
}
