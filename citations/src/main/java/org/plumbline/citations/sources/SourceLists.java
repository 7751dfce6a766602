package org.plumbline.citations.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;

/// The source lists that a request of a home can name: those that come with the program and `<home>/lists/*.yaml`,
/// one list a file.
public final class SourceLists {

    private static final List<String> BUILT_IN = List.of("cochrane", "guidelines", "preprint-servers");
    private static final int MOST_BYTES = 4 << 20;
    private static final Pattern VALUE = Pattern.compile("(?:issn|nlmId|id) (.+?): ");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final Path folder;
    private final SortedMap<String, SourceList> lists;

    private SourceLists(Path folder, SortedMap<String, SourceList> lists) {
        this.folder = folder;
        this.lists = lists;
    }

    /// Reads the lists of a home.
    ///
    /// @throws WrongInputException where one cannot be read, with its file and line
    public static SourceLists of(Path home) {
        SortedMap<String, SourceList> lists = new TreeMap<>();
        for (String id : BUILT_IN) {
            lists.put(id, builtIn(id));
        }
        Path folder = home.resolve("lists");
        for (Path file : files(folder)) {
            SourceList list = read(file);
            if (lists.putIfAbsent(list.id(), list) != null) {
                throw new WrongInputException(
                        file + ": id " + list.id() + " is another list's; choose an id of its own");
            }
        }
        return new SourceLists(folder, lists);
    }

    /// All of them, by id.
    public Collection<SourceList> all() {
        return List.copyOf(lists.values());
    }

    /// The lists of these ids.
    ///
    /// @throws WrongInputException where there is none of an id: the message names those there are
    public List<SourceList> named(Collection<String> ids) {
        List<SourceList> named = new ArrayList<>();
        for (String id : ids) {
            SourceList list = lists.get(id.strip());
            if (list == null) {
                throw new WrongInputException("source list \"" + id + "\": none is named so; there are "
                        + lists.keySet().stream().collect(Collectors.joining(", ")) + "; your own go into " + folder);
            }
            named.add(list);
        }
        return List.copyOf(named);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WrongInputException(folder + ": cannot be listed (" + e.getMessage() + "); check its rights", e);
        }
    }

    private static SourceList builtIn(String id) {
        try (InputStream in = SourceLists.class.getResourceAsStream(id + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list " + id);
            }
            return YAML.readValue(in, SourceList.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + id, e);
        }
    }

    static SourceList read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WrongInputException(file + ": larger than 4 MB; cut the list in two");
            }
            return read(file, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read (" + e.getMessage() + "); check its rights", e);
        }
    }

    private static SourceList read(Path file, String yaml) {
        if (yaml.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            throw new WrongInputException(file + ": empty; give it an id and journals, or take it away");
        }
        try {
            return YAML.readValue(yaml, SourceList.class);
        } catch (JsonProcessingException e) {
            String reason = reason(e);
            throw new WrongInputException(
                    file + ", line " + line(e, reason, yaml) + ": " + reason + "; see docs/settings.md", e);
        }
    }

    /// The parser is past an entry when its check fails: the line is the first that holds the value complained of.
    private static int line(JsonProcessingException e, String reason, String yaml) {
        Matcher value = VALUE.matcher(reason);
        List<String> lines = yaml.lines().toList();
        for (int i = 0; value.lookingAt() && i < lines.size(); i++) {
            if (lines.get(i).toUpperCase(Locale.ROOT).contains(value.group(1).toUpperCase(Locale.ROOT))) {
                return i + 1;
            }
        }
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key \"" + unknown.getPropertyName() + "\"; known are " + unknown.getKnownPropertyIds();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongInputException) {
                return String.valueOf(cause.getMessage());
            }
        }
        String where =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? String.valueOf(mapping.getPath().getLast().getFieldName()) + ": "
                        : "";
        return where
                + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not YAML");
    }
}
