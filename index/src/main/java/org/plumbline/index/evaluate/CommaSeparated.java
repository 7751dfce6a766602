package org.plumbline.index.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.WrongInputException;

/// Reads comma-separated values (RFC 4180): fields in double quotes may hold commas, line ends and doubled quotes.
final class CommaSeparated {

    /// A row and the line of the file on which it starts, from 1.
    record Row(int line, List<String> fields) {

        Row {
            fields = List.copyOf(fields);
        }
    }

    private final String file;
    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private int at;
    private int line = 1;
    private int start = 1;

    private CommaSeparated(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// The rows of a file's text, empty lines left out.
    ///
    /// @param file its name, for messages
    /// @throws WrongInputException where a quote is not closed, or closed before the field ends
    static List<Row> rows(String file, String text) {
        CommaSeparated reader = new CommaSeparated(file, text.startsWith("\ufeff") ? text.substring(1) : text);
        while (reader.at < reader.text.length()) {
            reader.field();
        }
        reader.endRow();
        return reader.rows;
    }

    private void field() {
        fields.add(peek() == '"' ? quoted() : bare());
        char end = peek();
        if (end == ',') {
            at++;
            if (at == text.length()) {
                fields.add("");
            }
            return;
        }
        endLine();
    }

    private String bare() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int opened = line;
        at++;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter == '"' && peek() != '"') {
                requireEnd();
                return field.toString();
            }
            at += letter == '"' ? 1 : 0;
            line += letter == '\n' ? 1 : 0;
            field.append(letter);
        }
        throw new WrongInputException(file + ", line " + opened + ": a quote is opened and never closed");
    }

    private void requireEnd() {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            throw new WrongInputException(file + ", line " + line + ": text after a closing quote; double the quote");
        }
    }

    private void endLine() {
        if (peek() == '\r') {
            at++;
        }
        if (peek() == '\n') {
            at++;
        }
        line++;
        endRow();
        start = line;
    }

    private void endRow() {
        if (fields.size() > 1 || fields.stream().anyMatch(field -> !field.isEmpty())) {
            rows.add(new Row(start, fields));
        }
        fields = new ArrayList<>();
    }

    /// The next character; a null character at the end.
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
