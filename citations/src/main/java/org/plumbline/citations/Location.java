package org.plumbline.citations;

/// Where words stand: a text, the number of one of its sections, and `[start, end)` in that section's content, in
/// UTF-16 units.
public record Location(TextId textId, int section, int start, int end) {

    public Location {
        if (section < 0 || start < 0 || end <= start) {
            throw new WrongInputException(
                    "location section %d [%d, %d): a quote has at least one character".formatted(section, start, end));
        }
    }

    /// The form in which a location is printed and typed: `<text id>#<section>:<start>-<end>`.
    @Override
    public String toString() {
        return textId + "#" + section + ":" + start + "-" + end;
    }
}
