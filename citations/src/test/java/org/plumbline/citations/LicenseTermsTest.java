package org.plumbline.citations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseTermsTest {

    @ParameterizedTest
    @CsvSource({
        "CC0, OPEN",
        "CC BY, OPEN",
        "cc-by-sa 4.0, OPEN",
        "CC BY-ND, OPEN",
        "CC BY-NC, NON_COMMERCIAL",
        "CC BY-NC-ND, NON_COMMERCIAL",
        "TDM, MINING_ONLY",
        "'', NOT_STATED",
        "publisher's own, NOT_STATED",
        "CC BY-XX, NOT_STATED",
    })
    void knowsPmcsCodes(String code, LicenseTerms terms) {
        assertThat(LicenseTerms.of(code)).isEqualTo(terms);
    }

    @Test
    void aManuscriptForMiningIsIndexedButNeitherQuotedNorShown() {
        assertThat(LicenseTerms.MINING_ONLY.mayBeStored()).isTrue();
        assertThat(LicenseTerms.MINING_ONLY.mayBeQuoted()).isFalse();
        assertThat(LicenseTerms.MINING_ONLY.mayBeShown()).isFalse();
    }

    @Test
    void moneyIsForOpenLicencesOnly() {
        assertThat(LicenseTerms.NON_COMMERCIAL.mayBeShown()).isTrue();
        assertThat(LicenseTerms.NON_COMMERCIAL.mayBeSold()).isFalse();
        assertThat(LicenseTerms.OPEN.mayBeSold()).isTrue();
    }

    @Test
    void whatIsNotStatedIsQuotedFromButNotShownInWhole() {
        assertThat(LicenseTerms.NOT_STATED.mayBeQuoted()).isTrue();
        assertThat(LicenseTerms.NOT_STATED.mayBeShown()).isFalse();
    }

    @Test
    void ofTwoCodesTheNarrowerHolds() {
        assertThat(LicenseTerms.narrower("CC BY", "TDM")).isEqualTo("TDM");
        assertThat(LicenseTerms.narrower("CC BY-NC", "CC BY")).isEqualTo("CC BY-NC");
        assertThat(LicenseTerms.narrower("", "CC BY")).isEqualTo("CC BY");
        assertThat(LicenseTerms.narrower("CC BY", "")).isEqualTo("CC BY");
    }
}
