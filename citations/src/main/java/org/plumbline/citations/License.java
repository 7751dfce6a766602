package org.plumbline.citations;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The licences that are told apart, by the codes that PMC writes.
public enum License {
    CC0(LicenseTerms.OPEN),
    CC_BY(LicenseTerms.OPEN),
    CC_BY_SA(LicenseTerms.OPEN),
    CC_BY_ND(LicenseTerms.OPEN),
    CC_BY_NC(LicenseTerms.NON_COMMERCIAL),
    CC_BY_NC_SA(LicenseTerms.NON_COMMERCIAL),
    CC_BY_NC_ND(LicenseTerms.NON_COMMERCIAL),
    /// For text and data mining only: an author's manuscript.
    TDM(LicenseTerms.MINING_ONLY),
    /// None stated, or none of these.
    NOT_STATED(LicenseTerms.NOT_STATED);

    private final LicenseTerms terms;

    License(LicenseTerms terms) {
        this.terms = terms;
    }

    /// The licence of a code such as "CC BY", "cc-by-nc-nd 4.0", "CC0" or "TDM".
    public static License of(String code) {
        String plain = code.strip()
                .toUpperCase(Locale.ROOT)
                .replace("CC-ZERO", "CC0")
                .replaceFirst("^CC[- ]BY", "CC BY")
                .replaceFirst("\\s+\\d\\.\\d$", "");
        return switch (plain) {
            case "CC0" -> CC0;
            case "CC BY" -> CC_BY;
            case "CC BY-SA" -> CC_BY_SA;
            case "CC BY-ND" -> CC_BY_ND;
            case "CC BY-NC" -> CC_BY_NC;
            case "CC BY-NC-SA", "CC BY-SA-NC" -> CC_BY_NC_SA;
            case "CC BY-NC-ND", "CC BY-ND-NC" -> CC_BY_NC_ND;
            case "TDM" -> TDM;
            default -> NOT_STATED;
        };
    }

    /// The licences that typed names mean: a code ("cc-by", "CC BY-NC"), "not-stated", or the name of their terms:
    /// "open" and "non-commercial" stand for all licences that allow it.
    ///
    /// @throws WrongInputException where a name means none; the message lists them
    public static Set<License> named(Collection<String> names) {
        Set<License> licenses = EnumSet.noneOf(License.class);
        names.forEach(name -> licenses.addAll(named(name)));
        return licenses;
    }

    /// What it allows.
    public LicenseTerms terms() {
        return terms;
    }

    /// The name that a user types: `cc-by-nc`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<License> named(String name) {
        String folded = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        Set<License> meant = EnumSet.allOf(License.class);
        meant.removeIf(license -> !folded.equals(license.code()) && !folded.equals(codeOf(license.terms)));
        if (meant.isEmpty()) {
            throw new WrongInputException("licence \"" + name.strip() + "\" is not known: use open, non-commercial, "
                    + Arrays.stream(values()).map(License::code).collect(Collectors.joining(", ")));
        }
        return meant;
    }

    private static String codeOf(LicenseTerms terms) {
        return terms.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
