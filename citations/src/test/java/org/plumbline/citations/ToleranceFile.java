package org.plumbline.citations;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/// Numbers that a measure may not pass, by what is measured; a file beside the labels.
public final class ToleranceFile {

    private final Properties numbers = new Properties();

    /// @param beside the test whose package holds the file
    public ToleranceFile(Class<?> beside, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            numbers.load(in);
        }
    }

    public double of(String measure) {
        return Double.parseDouble(Objects.requireNonNull(numbers.getProperty(measure), measure));
    }
}
