package org.plumbline.index.pubmed;

/// The place in a query at which it went wrong; the cause of the [org.plumbline.citations.WrongInputException] that
/// says what is wrong.
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int AROUND = 60;

    private final String query;
    private final int offset;

    Refusal(String query, int offset, String reason) {
        super(reason);
        this.query = query;
        this.offset = Math.min(offset, query.length());
    }

    /// Where it went wrong, in UTF-16 units from the query's beginning; its length where something is missing at
    /// the end.
    public int offset() {
        return offset;
    }

    /// Two lines: the query, or what stands around the place in a long one, and a caret under the place.
    public String excerpt() {
        int from = offset <= AROUND ? 0 : offset - AROUND;
        int until = Math.min(query.length(), offset + AROUND);
        String before = from == 0 ? "" : "…";
        String after = until == query.length() ? "" : "…";
        String shown = query.substring(from, until).replaceAll("\\s", " ");
        return before + shown + after + "\n" + " ".repeat(before.length() + offset - from) + "^";
    }
}
