package org.plumbline.ingest.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;

/// Finds the files that paths name: a file is taken as it is, a folder with all below it that has one of the
/// source's endings (XML for articles, JSON for answers of services, CSV for lists; for documents every file but hidden
/// ones and those of checksums), whatever its layout. NLM's `baseline/` and `updatefiles/` and the PMC bucket are
/// such folders.
///
/// The list is kept in memory, a few hundred bytes a file: the order of files decides which record is the newest,
/// and what was taken before is told by file. All of PMC's articles, one a file, need a few gigabytes; take them in
/// folder by folder.
public final class Listing {

    private Listing() {}

    /// The files in the source's order.
    ///
    /// @throws WrongInputException where a path is missing or cannot be listed, or no file is found
    public static List<SourceFile> of(Source source, List<Path> paths) {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            int before = files.size();
            add(source, path, files);
            if (files.size() == before) {
                throw new WrongInputException(path + ": no " + (source == Source.DOCUMENT ? "" : endings(source) + " ")
                        + "file in it; name the folder that holds " + content(source));
            }
        }
        files.sort(SourceFile.IN_ORDER);
        return List.copyOf(files);
    }

    private static String content(Source source) {
        return switch (source.role()) {
            case PUBLICATIONS -> source == Source.PUBMED ? "baseline/ and updatefiles/" : "the articles";
            case METADATA, REGISTRATIONS -> "the answers";
            case NOTICES -> "the list";
        };
    }

    private static void add(Source source, Path path, List<SourceFile> files) {
        if (!Files.exists(path)) {
            throw new WrongInputException(path + ": no such file or folder; check the path");
        }
        if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw new WrongInputException(path + ": neither a file nor a folder; write what it gives to a file first");
        }
        try {
            if (Files.isDirectory(path)) {
                Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 16, new Finder(source, files));
            } else {
                files.add(SourceFile.of(source, path, Files.size(path)));
            }
        } catch (AccessDeniedException e) {
            throw new WrongInputException(e.getFile() + ": not readable; give this user the right to read it", e);
        } catch (IOException e) {
            throw new WrongInputException(path + ": cannot be listed (" + e.getMessage() + "); check the folder", e);
        }
    }

    private static Set<String> endings(Source source) {
        return switch (source) {
            case PUBMED -> Set.of(".xml", ".xml.gz");
            case PMC, JATS, DOCUMENT, CITATION -> Set.of(".xml", ".xml.gz", ".nxml");
            case CROSSREF, EUROPE_PMC, CLINICAL_TRIALS -> Set.of(".json", ".json.gz", ".jsonl", ".jsonl.gz");
            case RETRACTION_WATCH, NOTICE_LIST -> Set.of(".csv", ".csv.gz", ".tsv", ".tsv.gz");
        };
    }

    private static boolean isOf(Source source, String name) {
        return source == Source.DOCUMENT
                ? !name.endsWith(".md5")
                : endings(source).stream().anyMatch(name::endsWith);
    }

    private static final class Finder extends SimpleFileVisitor<Path> {

        private final Source source;
        private final List<SourceFile> files;

        Finder(Source source, List<SourceFile> files) {
            this.source = source;
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            boolean hidden = name.startsWith(".");
            if (!hidden && isOf(source, name)) {
                files.add(SourceFile.of(source, file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
