package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final OneTimeCodes codes = new OneTimeCodes();

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        Instant moment = Instant.ofEpochSecond(second);
        assertThat(codes.code(SECRET, second / 30)).isEqualTo(code);
        assertThat(codes.stepOf(SECRET, code, moment)).hasValue(second / 30);
    }

    @Test
    void clocksMayDifferByOneStepAndNoMore() {
        Instant moment = Instant.ofEpochSecond(1_111_111_111);
        String code = codes.code(SECRET, moment.getEpochSecond() / 30);

        assertThat(codes.stepOf(SECRET, code, moment.plusSeconds(30))).isPresent();
        assertThat(codes.stepOf(SECRET, code, moment.minusSeconds(30))).isPresent();
        assertThat(codes.stepOf(SECRET, code, moment.plusSeconds(60))).isEmpty();
        assertThat(codes.stepOf(SECRET, code, moment.minusSeconds(60))).isEmpty();
        assertThat(codes.stepOf(SECRET, "", moment)).isEmpty();
    }

    @Test
    void theSecretIsWrittenAsAppsReadIt() {
        assertThat(OneTimeCodes.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCodes.base32("foobar".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
        assertThat(OneTimeCodes.address("p-abc", SECRET))
                .isEqualTo("otpauth://totp/Kreislaufstadt%3Ap-abc?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Kreislaufstadt");
        OneTimeCodes.Picture picture = OneTimeCodes.picture(OneTimeCodes.address("p-abc", SECRET));
        assertThat(picture.size()).isGreaterThan(20);
        assertThat(picture.path()).startsWith("M0 0h1v1h-1z").matches("[Mhvz0-9 -]+");
    }

    @Test
    void anEncryptedSecretOpensForItsAccountAndKeyOnly() {
        FactorCipher cipher = new FactorCipher(new byte[32]);
        byte[] encrypted = cipher.encrypt("p-abc", SECRET);

        assertThat(cipher.decrypt("p-abc", encrypted)).isEqualTo(SECRET);
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThat(cipher.encrypt("p-abc", SECRET)).isNotEqualTo(encrypted);
        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt("p-xyz", encrypted));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatIllegalStateException().isThrownBy(() -> new FactorCipher(otherKey).decrypt("p-abc", encrypted));
        encrypted[encrypted.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt("p-abc", encrypted));
    }
}
