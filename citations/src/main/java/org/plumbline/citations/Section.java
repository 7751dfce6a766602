package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// One titled part of a text.
///
/// @param number its place in the text, from 0
/// @param heading the titles from the outermost to its own; empty where it has none. Structure, not quotable
/// @param content the quotable words as the source has them, paragraphs separated by `\n`, without markup
/// @param label the source's own label, such as "Table 2"; empty where it has none
/// @param marks layout and links beside the content, by start
/// @param cells a table's cells, row by row; empty elsewhere
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Section(
        int number,
        Part part,
        Role role,
        List<String> heading,
        String label,
        @JsonInclude(JsonInclude.Include.ALWAYS) String content,
        List<Mark> marks,
        List<Cell> cells) {

    public Section {
        heading = heading == null ? List.of() : List.copyOf(heading);
        label = label == null ? "" : label;
        marks = marks == null ? List.of() : List.copyOf(marks);
        cells = cells == null ? List.of() : List.copyOf(cells);
        if (number < 0) {
            throw new IllegalArgumentException("section number " + number);
        }
        for (Mark mark : marks) {
            requireWithin(mark.end(), content);
        }
        for (Cell cell : cells) {
            requireWithin(cell.end(), content);
        }
    }

    /// A section of plain words.
    public static Section of(int number, Part part, Role role, List<String> heading, String content) {
        return new Section(number, part, role, heading, "", content, List.of(), List.of());
    }

    private static void requireWithin(int end, String content) {
        if (end > content.length()) {
            throw new IllegalArgumentException("offset " + end + " is beyond the content's " + content.length());
        }
    }
}
