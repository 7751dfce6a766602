package org.plumbline.ingest.document.layout;

import java.util.List;
import org.plumbline.citations.Section;

/// What the pages of a document say.
///
/// @param title as it is printed on the first page; empty where none stands out
/// @param keywords the authors'
public record LaidOut(String title, List<Section> sections, List<String> keywords) {

    public LaidOut {
        sections = List.copyOf(sections);
        keywords = List.copyOf(keywords);
    }
}
