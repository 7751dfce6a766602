package org.plumbline.research.evidence;

import java.util.Optional;
import org.plumbline.citations.Location;
import org.plumbline.citations.Text;

public final class SampleSize {
    private SampleSize() {}

    public record Found(Location location, int n) {}

    public static Optional<Found> find(Text text) {
        return Optional.empty();
    }
}
