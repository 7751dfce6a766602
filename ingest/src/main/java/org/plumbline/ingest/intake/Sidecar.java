package org.plumbline.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.jats.PmcMetadata;

/// The metadata that the bucket `pmc-oa-opendata` keeps beside an article's XML (`PMC1.1.xml`, `PMC1.1.json`).
public final class Sidecar {

    private static final Pattern MD5 = Pattern.compile("[?&]md5=([0-9a-fA-F]{32})\\b");
    private static final Pattern CHANGED = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,20}Z)\"");
    private static final String XML = ".xml";
    private static final long MOST_ROW_BYTES = 4096;

    private Sidecar() {}

    /// What stands beside an XML file, where that can be read.
    public static Optional<PmcMetadata> find(Path xml) {
        String name = String.valueOf(xml.getFileName());
        if (!name.endsWith(XML)) {
            return Optional.empty();
        }
        Path json = json(xml);
        if (!Files.isRegularFile(json)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(json)) {
            PmcMetadata metadata = PmcMetadata.read(in);
            return Optional.of(findChange(row(xml)).map(metadata::changedAt).orElse(metadata));
        } catch (IOException | WrongInputException _) {
            return Optional.empty();
        }
    }

    /// The files that belong to an XML file, of those that are there.
    static List<Path> files(Path xml) {
        return Stream.of(json(xml), row(xml)).filter(Files::isRegularFile).toList();
    }

    private static Path json(Path xml) {
        return xml.resolveSibling(stem(xml) + ".json");
    }

    /// The article's row of the bucket's inventory, where the connector has laid it beside.
    private static Path row(Path xml) {
        return xml.resolveSibling(stem(xml) + ".inventory");
    }

    private static String stem(Path xml) {
        String name = String.valueOf(xml.getFileName());
        return name.endsWith(XML) ? name.substring(0, name.length() - XML.length()) : name;
    }

    private static Optional<Instant> findChange(Path row) throws IOException {
        if (!Files.isRegularFile(row) || Files.size(row) > MOST_ROW_BYTES) {
            return Optional.empty();
        }
        Matcher changed = CHANGED.matcher(Files.readString(row));
        try {
            return changed.find() ? Optional.of(Instant.parse(changed.group(1))) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// The MD5 that the XML should have, in lower-case hex.
    static Optional<String> findMd5(PmcMetadata metadata) {
        Matcher md5 = MD5.matcher(metadata.xmlUrl());
        return md5.find() ? Optional.of(md5.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
