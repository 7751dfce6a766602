package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/// Words that stand in a text at a location.
///
/// The only way to a quote is to read it out of its text: [Text#quote] reads what stands at a location, and
/// [WrittenQuote#check] compares what was written down with what stands there. So no quote differs from its source.
@JsonPropertyOrder({"location", "words"})
public final class Quote {

    private final Location location;
    private final String words;

    private Quote(Location location, String words) {
        this.location = location;
        this.words = words;
    }

    static Quote read(Text text, Location location) {
        if (!text.id().equals(location.textId())) {
            throw new WrongInputException("location " + location + " belongs to another text than " + text.id());
        }
        if (location.section() >= text.sections().size()) {
            throw new WrongInputException(
                    "location " + location + ": the text has " + text.sections().size() + " sections");
        }
        String content = text.sections().get(location.section()).content();
        if (location.end() > content.length()) {
            throw new WrongInputException("location " + location + ": the section ends at " + content.length());
        }
        if (cutsCharacter(content, location.start()) || cutsCharacter(content, location.end())) {
            throw new WrongInputException("location " + location + " cuts a character in two");
        }
        return new Quote(location, content.substring(location.start(), location.end()));
    }

    private static boolean cutsCharacter(String content, int at) {
        return at > 0
                && at < content.length()
                && Character.isHighSurrogate(content.charAt(at - 1))
                && Character.isLowSurrogate(content.charAt(at));
    }

    @JsonProperty
    public Location location() {
        return location;
    }

    @JsonProperty
    public String words() {
        return words;
    }

    /// The quote as it is stored.
    public WrittenQuote written() {
        return new WrittenQuote(location, words);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quote quote && location.equals(quote.location) && words.equals(quote.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(location, words);
    }

    @Override
    public String toString() {
        return "\"" + words + "\" at " + location;
    }
}
