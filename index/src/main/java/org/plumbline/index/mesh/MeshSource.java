package org.plumbline.index.mesh;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import org.plumbline.citations.WrongInputException;

/// Reads MeSH as it is delivered: NLM's descriptor file (`desc2026.xml`, gzipped or not), or a folder with the tables
/// `terms.tsv` (id, name) and `tree-numbers.tsv` (id, name, number), which know no entry terms.
public final class MeshSource {

    private static final int LONGEST_LINE = 10_000;

    private MeshSource() {}

    /// All headings of a file or folder.
    ///
    /// @throws WrongInputException where it is not there, or is none of the two
    public static Collection<MeshDescriptor> read(Path source) {
        try {
            Collection<MeshDescriptor> read = Files.isDirectory(source) ? tables(source) : xml(source);
            if (read.isEmpty()) {
                throw new WrongInputException(source + ": no MeSH heading in it; " + wanted());
            }
            return read;
        } catch (XMLStreamException e) {
            throw new WrongInputException(
                    source + ": not well-formed XML (line " + e.getLocation().getLineNumber() + "); fetch it again", e);
        } catch (IOException e) {
            throw new WrongInputException(
                    source + ": cannot be read (" + e.getClass().getSimpleName() + "); " + wanted(), e);
        } catch (IllegalArgumentException e) {
            throw new WrongInputException(source + ": " + e.getMessage() + " is no MeSH heading; " + wanted(), e);
        }
    }

    private static String wanted() {
        return "give NLM's descriptor file, such as desc2026.xml or desc2026.gz, or a folder with terms.tsv and"
                + " tree-numbers.tsv";
    }

    private static Collection<MeshDescriptor> xml(Path source) throws IOException, XMLStreamException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source))) {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return MeshXml.read(zipped ? new GZIPInputStream(in) : in);
        }
    }

    private static Collection<MeshDescriptor> tables(Path folder) throws IOException {
        Map<String, List<String>> trees = new HashMap<>();
        for (String[] row : rows(folder.resolve("tree-numbers.tsv"), 3)) {
            trees.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row[2]);
        }
        Map<String, MeshDescriptor> byId = new TreeMap<>();
        for (String[] row : rows(folder.resolve("terms.tsv"), 2)) {
            byId.put(row[0], new MeshDescriptor(row[0], row[1], trees.getOrDefault(row[0], List.of()), List.of()));
        }
        return byId.values();
    }

    /// The rows below the headings of the columns.
    private static List<String[]> rows(Path table, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(table)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.length() > LONGEST_LINE ? new String[0] : line.split("\t", -1);
                if (row.length != columns) {
                    throw new WrongInputException(
                            table + ": a line without " + columns + " columns with tabs between; " + wanted());
                }
                rows.add(row);
            }
        }
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }
}
