package org.plumbline.citations.sources;

import java.util.Locale;

/// International Standard Serial Numbers (ISO 3297): seven digits and a check digit, weights 8 to 2, modulo 11.
final class Issn {

    private static final int DIGITS = 7;
    private static final int MODULUS = 11;

    private Issn() {}

    /// Whether this is one, as written in print: `1469-493X`.
    static boolean isValid(String issn) {
        String plain = issn.toUpperCase(Locale.ROOT);
        return plain.matches("[0-9]{4}-[0-9]{3}[0-9X]") && plain.charAt(plain.length() - 1) == check(plain);
    }

    /// The check digit that belongs to the seven before it.
    static char check(String issn) {
        String digits = issn.replace("-", "").substring(0, DIGITS);
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            sum += (DIGITS + 1 - i) * Character.digit(digits.charAt(i), 10);
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }
}
