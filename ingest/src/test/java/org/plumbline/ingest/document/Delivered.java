package org.plumbline.ingest.document;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.RecordReader;

/// What a reader delivers of some words.
public record Delivered(List<Delivery> all) {

    public static Delivered by(RecordReader reader, String words) {
        return by(reader, words.getBytes(StandardCharsets.UTF_8));
    }

    public static Delivered by(RecordReader reader, byte[] bytes) {
        List<Delivery> all = new ArrayList<>();
        reader.read(new ByteArrayInputStream(bytes), new InputFile("given", 0), all::add);
        return new Delivered(all);
    }

    public List<SourceRecord> records() {
        return all.stream()
                .filter(delivery -> delivery instanceof Delivery.Read)
                .map(delivery -> ((Delivery.Read) delivery).record())
                .toList();
    }

    public List<Text> texts() {
        return all.stream()
                .filter(delivery -> delivery instanceof Delivery.Read read && read.text() != null)
                .map(delivery -> ((Delivery.Read) delivery).text())
                .toList();
    }

    public List<Quarantined.Reason> refused() {
        return all.stream()
                .filter(delivery -> delivery instanceof Delivery.Refused)
                .map(delivery -> ((Delivery.Refused) delivery).entry().reason())
                .toList();
    }
}
