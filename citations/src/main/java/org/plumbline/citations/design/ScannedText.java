package org.plumbline.citations.design;

/// A text, where its words begin and which letters are in it: found once, when first asked, for many patterns. For one
/// thread at a time.
final class ScannedText {

    private final String words;
    private final Once<Letters> letters;
    private final Once<WordBeginnings> beginnings;

    private ScannedText(String words) {
        this.words = words;
        this.letters = new Once<>(() -> Letters.of(words));
        this.beginnings = new Once<>(() -> WordBeginnings.of(words));
    }

    static ScannedText of(String words) {
        return new ScannedText(words);
    }

    String words() {
        return words;
    }

    Letters letters() {
        return letters.get();
    }

    WordBeginnings beginnings() {
        return beginnings.get();
    }
}
