package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.build.Sha256;

/// Systematic reviews with the labels of those who screened their records, in the layout of the collection of Cohen
/// et al. (2006) as ASReview publishes it: `topics.tsv` names for each review a file of records and its question.
public record CohenFolder(Path folder) {

    /// The file that says that a folder is one.
    public static final String TOPICS = "topics.tsv";

    /// Whose decision counts.
    public enum Labels {
        /// Screening of titles and abstracts.
        ABSTRACT("label_abstract_screening"),
        /// Screening of full texts.
        FULLTEXT("label_included");

        private final String column;

        Labels(String column) {
            this.column = column;
        }
    }

    /// A record and whether it was taken.
    public record Screened(JudgedDocument document, boolean relevant) {}

    /// A review.
    public record Topic(String name, String question, List<Screened> records) {

        public Topic {
            records = List.copyOf(records);
        }
    }

    public CohenFolder {
        if (!Files.isRegularFile(folder.resolve(TOPICS))) {
            throw new WrongInputException(
                    folder + " has no topics.tsv: give a folder with topics.tsv and a file of records for each topic");
        }
    }

    public List<Topic> topics(Labels labels) throws IOException {
        List<Topic> topics = new ArrayList<>();
        for (String[] row : rows()) {
            topics.add(topic(row[0], row[1], labels));
        }
        if (topics.isEmpty()) {
            throw new WrongInputException(folder.resolve(TOPICS) + " names no topic: nothing to measure");
        }
        return topics;
    }

    /// Names the data by its bytes.
    public String digest() throws IOException {
        Sha256 digest = new Sha256();
        digest.field(Sha256.ofFile(folder.resolve(TOPICS)));
        for (String[] row : rows()) {
            digest.field(Sha256.ofFile(folder.resolve(row[0])));
        }
        return HexFormat.of().formatHex(digest.bytes());
    }

    private List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> lines = read(TOPICS).lines().toList();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 2 || columns[0].isBlank() || columns[1].isBlank()) {
                throw new WrongInputException(
                        folder.resolve(TOPICS) + ": expected a file and a question in \"" + line + "\"");
            }
            if (!Files.isRegularFile(folder.resolve(columns[0]))) {
                throw new WrongInputException(folder.resolve(TOPICS) + " names " + columns[0]
                        + ", which is not there: add it or take it out");
            }
            rows.add(columns);
        }
        return rows;
    }

    private Topic topic(String file, String question, Labels labels) throws IOException {
        List<CommaSeparated.Row> rows = CommaSeparated.rows(folder.resolve(file).toString(), read(file));
        if (rows.isEmpty()) {
            throw new WrongInputException(folder.resolve(file) + " is empty: a heading and records are expected");
        }
        Columns columns = Columns.of(folder.resolve(file), rows.getFirst().fields(), labels);
        List<Screened> records = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CommaSeparated.Row row : rows.subList(1, rows.size())) {
            Screened screened = columns.record(row);
            if (!ids.add(screened.document().id())) {
                throw columns.wrong(row, "record_id " + screened.document().id() + " is there twice");
            }
            records.add(screened);
        }
        if (records.stream().noneMatch(Screened::relevant)) {
            throw new WrongInputException(
                    folder.resolve(file) + ": no record has " + labels.column + " 1: nothing to find");
        }
        String name = file.endsWith(".csv") ? file.substring(0, file.length() - ".csv".length()) : file;
        return new Topic(name, question, records);
    }

    private String read(String file) throws IOException {
        try {
            return Files.readString(folder.resolve(file));
        } catch (CharacterCodingException e) {
            throw new WrongInputException(folder.resolve(file) + " is not in UTF-8: convert it", e);
        }
    }

    /// Where the fields stand in a row.
    private record Columns(Path file, int width, int id, int title, int words, int headings, int label, String name) {

        static Columns of(Path file, List<String> heading, Labels labels) {
            return new Columns(
                    file,
                    heading.size(),
                    at(file, heading, "record_id"),
                    at(file, heading, "title"),
                    at(file, heading, "abstract"),
                    at(file, heading, "keywords"),
                    at(file, heading, labels.column),
                    labels.column);
        }

        private static int at(Path file, List<String> heading, String column) {
            int at = heading.indexOf(column);
            if (at < 0) {
                throw new WrongInputException(file + " has no column " + column + ": its heading is " + heading);
            }
            return at;
        }

        Screened record(CommaSeparated.Row row) {
            if (row.fields().size() != width) {
                throw wrong(row, row.fields().size() + " fields where the heading has " + width);
            }
            String value = row.fields().get(label).strip();
            if (!value.equals("0") && !value.equals("1")) {
                throw wrong(row, name + " is \"" + value + "\", expected 0 or 1");
            }
            if (row.fields().get(id).isBlank()) {
                throw wrong(row, "record_id is empty");
            }
            if (row.fields().get(title).isBlank() && row.fields().get(words).isBlank()) {
                throw wrong(row, "neither title nor abstract");
            }
            return new Screened(document(row.fields()), value.equals("1"));
        }

        private JudgedDocument document(List<String> fields) {
            List<String> names = Arrays.stream(fields.get(headings).split(";"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            return new JudgedDocument(fields.get(id).strip(), fields.get(title), fields.get(words), names);
        }

        WrongInputException wrong(CommaSeparated.Row row, String what) {
            return new WrongInputException(file + ", line " + row.line() + ": " + what + "; mend the row");
        }
    }
}
