package org.plumbline.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.jats.PmcMetadata;

/// The metadata that the bucket `pmc-oa-opendata` keeps beside an article's XML (`PMC1.1.xml`, `PMC1.1.json`).
public final class Sidecar {

    private static final Pattern MD5 = Pattern.compile("[?&]md5=([0-9a-fA-F]{32})\\b");
    private static final String XML = ".xml";

    private Sidecar() {}

    /// What stands beside an XML file, where that can be read.
    public static Optional<PmcMetadata> find(Path xml) {
        String name = String.valueOf(xml.getFileName());
        if (!name.endsWith(XML)) {
            return Optional.empty();
        }
        Path json = xml.resolveSibling(name.substring(0, name.length() - XML.length()) + ".json");
        if (!Files.isRegularFile(json)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(json)) {
            return Optional.of(PmcMetadata.read(in));
        } catch (IOException | WrongInputException _) {
            return Optional.empty();
        }
    }

    /// The MD5 that the XML should have, in lower-case hex.
    static Optional<String> findMd5(PmcMetadata metadata) {
        Matcher md5 = MD5.matcher(metadata.xmlUrl());
        return md5.find() ? Optional.of(md5.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
