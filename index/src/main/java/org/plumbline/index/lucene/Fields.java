package org.plumbline.index.lucene;

/// The documents of a shard and their fields.
///
/// An article is one block of documents, in this order: for each text its head, then its sections from 0; then its
/// passages; last the article itself. Blocks stand by article id. Distances within a block are kept as values, so a
/// passage finds its section and its article without a search.
public final class Fields {

    // The article
    public static final String KIND = "kind";
    public static final String ARTICLE_KIND = "article";
    /// Every alias, folded to lower case.
    public static final String ALIAS = "alias";
    /// JSON of the article, stored.
    public static final String ARTICLE = "article";
    /// JSON of its design level, stored.
    public static final String DESIGN_LEVEL = "designLevel";
    /// JSON of whom or what it studied, stored; by words too where the indexers are silent.
    public static final String SUBJECTS = "subjects";
    /// JSON of the age groups of its people, stored.
    public static final String AGES = "ages";
    /// The article id, as a value.
    public static final String ID = "id";
    /// SHA-256 over article, design, texts and passages, as a value.
    public static final String DIGEST = "digest";
    /// How many documents its block has, itself included.
    public static final String BLOCK = "block";

    public static final String YEAR = "year";
    public static final String JOURNAL = "journal";
    public static final String TYPE = "type";

    /// The keys by which lists of sources find an article.
    public static final String SOURCE = "source";
    public static final String DESIGN = "design";
    /// The kind of its subjects.
    public static final String HUMANS = "humans";
    /// Each of its people's age groups.
    public static final String AGE = "age";
    /// Code of its standing: a value, so that it can be updated in place.
    public static final String STANDING = "standing";
    /// Code of its peer-review status, likewise.
    public static final String PEER_REVIEW = "peerReview";

    // A text's head
    /// The text id, searchable and stored.
    public static final String TEXT = "text";
    /// The text's kind, stored.
    public static final String TEXT_KIND = "textKind";
    /// How many sections follow.
    public static final String SECTIONS = "sections";

    // A section
    /// JSON of the section, stored.
    public static final String SECTION = "section";

    // A passage
    /// The words that are searched: the article's title, the section's heading, the passage.
    public static final String WORDS = "words";
    /// MeSH headings and keywords of the article.
    public static final String SUBJECT = "subject";
    /// Documents from the passage forward to its article.
    public static final String TO_ARTICLE = "toArticle";
    /// Documents from the passage back to its section.
    public static final String TO_SECTION = "toSection";
    /// Documents from the passage back to its text's head.
    public static final String TO_TEXT = "toText";

    public static final String START = "start";
    public static final String END = "end";

    private Fields() {}

    /// The number under which a constant is kept as a value: it follows from the name alone, so that constants may
    /// be added and moved.
    public static long code(Enum<?> constant) {
        return constant.name().hashCode();
    }
}
