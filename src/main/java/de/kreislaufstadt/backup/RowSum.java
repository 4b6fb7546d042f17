package de.kreislaufstadt.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Sum of a table's rows that does not depend on their order: the SHA-256 of every row, added up modulo 2^256. A database may
 * hand the same rows over in another order after they were restored; sorting them would take a copy of the largest table.
 */
final class RowSum {

    private static final int BITS = 256;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(BITS);

    private final MessageDigest digest = Sha256.digest();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    /** Adds one row, as COPY writes it. */
    void add(byte[] row) {
        sum = sum.add(new BigInteger(1, digest.digest(Objects.requireNonNull(row))))
                .mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** @return 64 digits in lower case */
    String hex() {
        return String.format("%064x", sum);
    }
}
