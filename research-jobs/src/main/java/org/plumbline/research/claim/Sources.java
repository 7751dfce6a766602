package org.plumbline.research.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.research.job.JobDirectory;

/// The texts that a job quotes, as `sources.jsonl` keeps them. They are kept whole: a text's id is the digest of
/// all its words, so that anyone can tell without the index that nothing in them was changed.
public final class Sources {

    public static final String FILE = "sources.jsonl";

    private final Map<TextId, Text> texts = new LinkedHashMap<>();

    private Sources(List<Text> texts) {
        texts.forEach(text -> this.texts.put(text.id(), text));
    }

    /// The texts of a job.
    ///
    /// @throws org.plumbline.citations.WrongInputException where the words of one do not have its digest
    public static Sources of(JobDirectory job) {
        return new Sources(job.readLines(FILE, Text.class));
    }

    public Optional<Text> findText(TextId id) {
        return Optional.ofNullable(texts.get(id));
    }

    /// The text of this id.
    public Text text(TextId id) {
        return findText(id).orElseThrow(() -> new IllegalStateException("no source " + id));
    }
}
