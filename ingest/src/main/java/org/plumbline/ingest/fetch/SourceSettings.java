package org.plumbline.ingest.fetch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// What the section `sources:` of `plumbline.yaml` says of a source.
///
/// @param target how fresh it shall be, as it is written, such as P2D; empty: nobody said
/// @param url the source's own address, or a mirror's; empty: the public one
/// @param batchFiles how many files are fetched before they are taken in; 0: the source's default
/// @param batchMegabytes how many bytes at most; 0: 2,000
/// @param licences the codes under which full texts are stored; empty: those that may be quoted
public record SourceSettings(String target, String url, int batchFiles, int batchMegabytes, List<String> licences) {

    private static final int USUAL_MEGABYTES = 2_000;

    private static final String SECTION = "sources";

    public SourceSettings {
        target = target == null ? "" : target.strip();
        url = url == null ? "" : url;
        licences = licences == null ? List.of() : List.copyOf(licences);
        batchMegabytes = batchMegabytes == 0 ? USUAL_MEGABYTES : batchMegabytes;
        if (batchFiles < 0 || batchMegabytes < 0) {
            throw new WrongInputException("batchFiles, batchMegabytes: expected 1 or more");
        }
    }

    /// What a home says of each source that it names: of all of them, so that a name or key that nobody knows is not
    /// passed over.
    ///
    /// @throws WrongInputException where one is unknown
    public static Map<Source, SourceSettings> all(Path home) {
        HomeSettings settings = HomeSettings.read(home);
        Map<Source, SourceSettings> all = new EnumMap<>(Source.class);
        settings.section(SECTION, ObjectNode.class)
                .fieldNames()
                .forEachRemaining(
                        name -> all.put(named(name, home), settings.entry(SECTION, name, SourceSettings.class)));
        return all;
    }

    /// A source's settings of a home.
    public static SourceSettings read(Path home, Source source) {
        return all(home).getOrDefault(source, new SourceSettings("", "", 0, 0, List.of()));
    }

    private static Source named(String name, Path home) {
        try {
            return Source.named(name);
        } catch (WrongInputException e) {
            throw new WrongInputException(
                    home.resolve("plumbline.yaml") + ": " + SECTION + ": " + name + ": " + e.getMessage(), e);
        }
    }

    /// A folder's address, ending with a slash: the configured one, else the public one.
    public URI folder(String publicAddress) {
        return folderAddress(url.isEmpty() ? publicAddress : url);
    }

    /// A folder's address as a user wrote it, ending with a slash.
    public static URI folderAddress(String written) {
        try {
            URI address = new URI(written.strip());
            if (address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
                throw new WrongInputException(written + ": expected the address of a folder, https://HOST/…/");
            }
            return written.endsWith("/") ? address : new URI(written.strip() + "/");
        } catch (URISyntaxException e) {
            throw new WrongInputException(written + ": not an address (" + e.getReason() + "); mend it", e);
        }
    }
}
