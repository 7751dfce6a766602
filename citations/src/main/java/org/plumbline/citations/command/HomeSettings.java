package org.plumbline.citations.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.citations.WrongInputException;

/// What a home's `plumbline.yaml` says, section by section: each stage reads its own and knows no other's. Where
/// there is no file every section is empty. Secrets do not stand in it: a section names the environment variable or
/// the file that holds one.
public final class HomeSettings {

    private static final int MOST_BYTES = 1 << 20;

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final ObjectNode all;

    private HomeSettings(Path file, ObjectNode all) {
        this.file = file;
        this.all = all;
    }

    /// Reads `<home>/plumbline.yaml`.
    ///
    /// @throws WrongInputException where it is no YAML of sections, or larger than a megabyte
    public static HomeSettings read(Path home) {
        Path file = home.resolve("plumbline.yaml");
        if (!Files.exists(file)) {
            return new HomeSettings(file, YAML.createObjectNode());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WrongInputException(file + ": larger than a megabyte; it holds settings only");
            }
            JsonNode read = YAML.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (read == null || read.isMissingNode() || read.isNull()) {
                return new HomeSettings(file, YAML.createObjectNode());
            }
            if (read instanceof ObjectNode sections) {
                return new HomeSettings(file, sections);
            }
            throw new WrongInputException(file + ": not YAML of sections such as \"sources:\"; see docs/settings.md");
        } catch (JsonProcessingException e) {
            throw new WrongInputException(
                    file + ": " + e.getOriginalMessage() + place(e) + "; mend it, or move it away", e);
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read (" + e.getMessage() + "); check its rights", e);
        }
    }

    /// A section as a record of its own: what is not given takes the record's defaults (null, 0, false).
    ///
    /// @throws WrongInputException where it holds a key that the record does not know, or a value of another form
    public <T> T section(String name, Class<T> type) {
        return read(all.path(name), name, type);
    }

    /// One entry of a section of entries, such as a source of `sources:`.
    ///
    /// @throws WrongInputException as [#section] does
    public <T> T entry(String section, String name, Class<T> type) {
        return read(section(section, ObjectNode.class).path(name), section + ": " + name, type);
    }

    private <T> T read(JsonNode node, String where, Class<T> type) {
        try {
            return YAML.treeToValue(node.isMissingNode() || node.isNull() ? YAML.createObjectNode() : node, type);
        } catch (UnrecognizedPropertyException e) {
            throw new WrongInputException(
                    file + ": " + where + ": unknown key \"" + e.getPropertyName() + "\"; known are "
                            + e.getKnownPropertyIds(),
                    e);
        } catch (JsonProcessingException e) {
            throw new WrongInputException(file + ": " + where + ": " + reason(e) + "; see docs/settings.md", e);
        }
    }

    private static String reason(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongInputException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return e.getOriginalMessage();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }
}
