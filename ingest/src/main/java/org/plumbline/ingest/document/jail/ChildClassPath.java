package org.plumbline.ingest.document.jail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What of this JVM's class path a child needs: Tika, PDFBox, jsoup and what these use, and this module's own
/// classes; nothing of Spark. It starts faster so, and has less that a document could misuse.
final class ChildClassPath {

    private static final Pattern NEEDED = Pattern.compile("(tika-|pdfbox|fontbox|jsoup|poi-|xmlbeans|curvesapi|"
            + "SparseBitSet|commons-(io|logging|codec|compress|collections4|lang3|math3)|slf4j-api|log4j-api|"
            + "juniversalchardet|plumbline-ingest).*\\.jar");

    private ChildClassPath() {}

    /// Jars by their names; folders (classes that are not packed yet) all.
    static String of(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || NEEDED.matcher(String.valueOf(Path.of(entry).getFileName()))
                                .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
