package org.plumbline.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Quarantined.Reason;

/// Streams the items of a service's answers out of a file, an item in memory at a time. An answer holds its items
/// in an array under a path of names, or is one item itself; a file is one answer, an array of items, or several of
/// either on lines of their own. All these are told apart while reading.
///
/// What is no JSON, cut short or too large ends the file with a refusal; an item that its maker fails on costs only
/// itself.
public final class JsonItems {

    /// Makes what an item says.
    @FunctionalInterface
    public interface Maker {

        /// Reads an item.
        ///
        /// @param position the item's place in the file, from 0
        Delivery make(ObjectNode item, long position, InputFile file);
    }

    private static final int ITEM_BYTES = 32 << 20;
    private static final int LONGEST_SAMPLE = 2_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(8 << 20)
                            .maxNestingDepth(64)
                            .build())
                    .build())
            .build();

    private final Source source;
    private final List<String> path;
    private final Maker maker;

    /// @param path the names that lead to an answer's items, such as "message" and "items"
    public JsonItems(Source source, List<String> path, Maker maker) {
        this.source = source;
        this.path = List.copyOf(path);
        this.maker = maker;
    }

    /// As [RecordReader#read].
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        try {
            MeteredInput metered = new MeteredInput(StoredBytes.unzipped(in), ITEM_BYTES);
            try (JsonParser parser = MAPPER.createParser(metered)) {
                new Walk(parser, metered, file, out).file();
            }
        } catch (IOException e) {
            out.accept(StoredBytes.refused(source, file, "", e));
        }
    }

    /// Refuses an item.
    public static Delivery.Refused refused(
            Source source, InputFile file, long position, Reason reason, String message, ObjectNode item) {
        String json = item.toString();
        return new Delivery.Refused(new Quarantined(
                source,
                file.name(),
                place(position),
                reason,
                message,
                json.substring(0, Math.min(json.length(), LONGEST_SAMPLE)),
                ""));
    }

    private static String place(long position) {
        return "item " + (position + 1);
    }

    private final class Walk {

        private final JsonParser parser;
        private final MeteredInput metered;
        private final InputFile file;
        private final BoundedRefusals out;
        private long position;

        Walk(JsonParser parser, MeteredInput metered, InputFile file, Consumer<Delivery> out) {
            this.parser = parser;
            this.metered = metered;
            this.file = file;
            this.out = new BoundedRefusals(out);
        }

        void file() {
            try {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    refuse(Reason.EMPTY_FILE, "the file holds nothing; fetch it again");
                }
                for (; token != null; token = parser.nextToken()) {
                    value(token);
                }
            } catch (JsonEOFException e) {
                refuse(Reason.TRUNCATED, "the JSON ends too early; fetch the file again");
            } catch (StreamConstraintsException e) {
                refuse(Reason.TOO_LARGE, "beyond what may be: " + e.getOriginalMessage());
            } catch (JsonProcessingException e) {
                refuse(
                        Reason.MALFORMED_JSON,
                        "not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " ") + "; fetch the file again");
            } catch (IOException e) {
                out.accept(StoredBytes.refused(source, file, place(position), e));
            }
        }

        private void value(JsonToken token) throws IOException {
            switch (token) {
                case START_OBJECT -> answer(0);
                case START_ARRAY -> items();
                default -> refuse(Reason.MALFORMED_JSON, "neither an object nor an array; check what was fetched");
            }
        }

        /// An object that holds the items under the rest of the path, or is an item.
        private void answer(int depth) throws IOException {
            ObjectNode item = MAPPER.createObjectNode();
            boolean holdsItems = false;
            metered.beginToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                boolean onPath = depth < path.size() && name.equals(path.get(depth));
                if (onPath && token == JsonToken.START_OBJECT && depth + 1 < path.size()) {
                    holdsItems = true;
                    answer(depth + 1);
                } else if (onPath && token == JsonToken.START_ARRAY && depth + 1 == path.size()) {
                    holdsItems = true;
                    items();
                } else {
                    item.set(name, MAPPER.readTree(parser));
                }
            }
            if (!holdsItems) {
                deliver(item);
            }
        }

        private void items() throws IOException {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                metered.beginToken();
                if (token == null) {
                    throw new JsonEOFException(parser, null, "the array has no end");
                }
                if (MAPPER.readTree(parser) instanceof ObjectNode item) {
                    deliver(item);
                } else {
                    refuse(Reason.MALFORMED_JSON, "an item that is no object; check what was fetched");
                    position++;
                }
            }
            metered.beginToken();
        }

        /// The one boundary per record: a fault of ours costs this item, not the file.
        private void deliver(ObjectNode item) throws IOException {
            out.accept(made(item));
            position++;
            if (out.isFull()) {
                throw new StreamConstraintsException(
                        BoundedRefusals.MOST + " records of this file were refused, the rest is not read");
            }
        }

        private Delivery made(ObjectNode item) {
            try {
                return maker.make(item, position, file);
            } catch (RuntimeException e) {
                return new Delivery.Refused(Quarantined.ofFault(source, file.name(), place(position), "record", "", e));
            }
        }

        private void refuse(Reason reason, String message) {
            out.accept(new Delivery.Refused(Quarantined.of(source, file.name(), place(position), reason, message)));
        }
    }
}
