package org.plumbline.index.lucene;

import java.util.List;
import org.plumbline.citations.sources.FoldedName;

/// The keys under which MeSH headings and authors stand in the fields that strategies search; names in them are
/// folded ([FoldedName]).
///
/// A heading's key is its name, and its id where the source gives one; with a subheading `name/subheading`; any
/// heading's subheading is `/subheading`. Each stands once more behind `*` where it is a major topic. An author's key
/// is
/// the words of the family name, a comma and the initials: `van der berg,jb`; once more behind `1` for the first
/// author.
public final class StrategyKeys {

    private StrategyKeys() {}

    public static String heading(String name, String qualifier) {
        return FoldedName.of(name) + (qualifier.isEmpty() ? "" : qualifier(qualifier));
    }

    /// Of any heading.
    public static String qualifier(String qualifier) {
        return "/" + FoldedName.of(qualifier);
    }

    public static String major(String key) {
        return "*" + key;
    }

    public static String author(List<String> family, String initials) {
        return String.join(" ", family) + "," + initials;
    }

    public static String first(String author) {
        return "1" + author;
    }
}
