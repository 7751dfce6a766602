package org.plumbline.ingest.pubmed;

/// Small whole numbers as XML has them.
final class Numbers {

    private static final int LONGEST = 5;

    private Numbers() {}

    /// The number that these digits write, from 1 to 99,999; the other where they write none.
    static int positive(String digits, int other) {
        String number = digits.strip();
        int value = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i >= LONGEST) {
                return other;
            }
            value = value * 10 + digit;
        }
        return value == 0 ? other : value;
    }
}
