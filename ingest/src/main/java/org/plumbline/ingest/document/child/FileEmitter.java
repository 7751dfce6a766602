package org.plumbline.ingest.document.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.emitter.EmitData;
import org.apache.tika.pipes.emitter.Emitter;

/// Writes a document's XHTML, inside an element `document`, to the file that the key names, under a temporary name
/// first. The parent so takes no object out of the child but a status.
public final class FileEmitter implements Emitter {

    /// The name under which the configuration knows it.
    public static final String NAME = "file";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void emit(String key, List<Metadata> documents, ParseContext context) throws IOException {
        Path file = Path.of(key);
        Path writing = file.resolveSibling(file.getFileName() + ".writing");
        String content = documents.getFirst().get(TikaCoreProperties.TIKA_CONTENT);
        Files.writeString(writing, "<document>" + (content == null ? "" : content) + "</document>");
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void emit(List<? extends EmitData> documents) throws IOException {
        for (EmitData document : documents) {
            emit(document.getEmitKey().getEmitKey(), document.getMetadataList(), document.getParseContext());
        }
    }
}
