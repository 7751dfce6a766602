package org.plumbline.ingest.fetch.pmc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.citations.LicenseTerms;

/// Under which licences articles are stored: those that the settings name, else all stated ones that may be quoted.
final class Licences {

    private final Set<String> named;

    /// @param codes such as "CC BY", "TDM"; empty for the default
    Licences(List<String> codes) {
        this.named = codes.stream().map(Licences::plain).collect(Collectors.toUnmodifiableSet());
    }

    boolean take(String code) {
        LicenseTerms terms = LicenseTerms.of(code);
        return named.isEmpty()
                ? terms != LicenseTerms.NOT_STATED && terms.mayBeStored() && terms.mayBeQuoted()
                : named.contains(plain(code));
    }

    String reason(String code) {
        return "licence " + (code.isBlank() ? "not stated" : code);
    }

    /// Tells two settings apart.
    String words() {
        return named.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String plain(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
