package org.plumbline.ingest.fetch;

import java.nio.file.Path;
import java.util.List;

/// Takes files into the corpus; returns when they are in it for good. Files that it knows already it passes over.
@FunctionalInterface
public interface Take {

    void take(List<Path> files);
}
