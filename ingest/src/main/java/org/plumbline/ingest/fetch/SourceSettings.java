package org.plumbline.ingest.fetch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// What the section `sources:` of `plumbline.yaml` says of where a source is fetched from; its other keys are
/// others'.
///
/// @param url the source's own address, or a mirror's; empty: the public one
/// @param batchFiles how many files are fetched before they are taken in; 0: the source's default
/// @param batchMegabytes how many bytes at most; 0: 2,000
/// @param licences the codes under which full texts are stored; empty: those that may be quoted
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceSettings(String url, int batchFiles, int batchMegabytes, List<String> licences) {

    private static final int USUAL_MEGABYTES = 2_000;

    public SourceSettings {
        url = url == null ? "" : url;
        licences = licences == null ? List.of() : List.copyOf(licences);
        batchMegabytes = batchMegabytes == 0 ? USUAL_MEGABYTES : batchMegabytes;
        if (batchFiles < 0 || batchMegabytes < 0) {
            throw new WrongInputException("batchFiles, batchMegabytes: expected 1 or more");
        }
    }

    /// A source's settings of a home.
    ///
    /// @param name such as "pubmed"
    public static SourceSettings read(Path home, String name) {
        JsonNode section =
                HomeSettings.read(home).section("sources", ObjectNode.class).path(name);
        try {
            return section.isMissingNode() || section.isNull()
                    ? new SourceSettings("", 0, 0, List.of())
                    : Json.LINE.treeToValue(section, SourceSettings.class);
        } catch (JsonProcessingException e) {
            throw new WrongInputException(
                    home.resolve("plumbline.yaml") + ": sources: " + name + ": " + e.getOriginalMessage(), e);
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
