package org.plumbline.index.lucene;

/// The documents of a part and their fields.
///
/// An article is one block of documents, in this order: for each text its head, then its sections from 0; then its
/// passages; last the article itself. Distances within a block are kept as values, so a passage finds its section
/// and its article without a search. Which article comes first means nothing.
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
    /// SHA-256 of the words that are embedded, as a value.
    public static final String EMBEDDED = "embedded";
    /// How many documents its block has, itself included.
    public static final String BLOCK = "block";
    /// How many texts its block has.
    public static final String TEXT_COUNT = "textCount";
    /// How many passages its block has.
    public static final String PASSAGE_COUNT = "passageCount";
    /// The keys of the records whose texts it lists.
    public static final String LISTED_RECORD = "listedRecord";

    /// Both as points and as values.
    public static final String YEAR = "year";

    public static final String JOURNAL = "journal";
    public static final String TYPE = "type";

    /// The keys by which lists of sources find an article.
    public static final String SOURCE = "source";
    /// Names of constants, of which each article has one.
    public static final String DESIGN = "design";
    public static final String STANDING = "standing";
    public static final String PEER_REVIEW = "peerReview";
    public static final String LICENSE = "license";
    /// The kind of its subjects, by words too where the indexers are silent.
    public static final String SUBJECTS_KIND = "subjectsKind";
    /// Each of its people's age groups: none, one or several.
    public static final String AGE = "age";
    /// The code of its language, one each as well.
    public static final String LANGUAGE = "language";

    // The article, as strategies in PubMed's language ask for it
    /// Unstemmed words with their positions: title; abstract; authors' keywords; MeSH headings and publication types.
    public static final String STRATEGY_TITLE = "strategy.title";
    public static final String STRATEGY_ABSTRACT = "strategy.abstract";
    public static final String STRATEGY_KEYWORDS = "strategy.keywords";
    public static final String STRATEGY_SUBJECT = "strategy.subject";
    /// MeSH headings as keys, see [StrategyKeys].
    public static final String STRATEGY_MESH = "strategy.mesh";
    /// Authors as keys, likewise.
    public static final String STRATEGY_AUTHOR = "strategy.author";
    /// The day of publication as a number of eight digits; what the source does not say is the first.
    public static final String STRATEGY_DATE = "strategy.date";

    // A text's head
    /// The text id, searchable and stored.
    public static final String TEXT = "text";
    /// The key of the record that the corpus keeps the text under, searchable and stored.
    public static final String TEXT_RECORD = "textRecord";
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
}
