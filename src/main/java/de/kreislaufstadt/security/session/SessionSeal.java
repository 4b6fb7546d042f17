package de.kreislaufstadt.security.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes ids of sessions, and of each id the key of its row and the key of its content. Only the browser has the id: from the
 * table, a copy of it or a backup nobody can take over a session or read what is in it, tokens of providers included.
 */
final class SessionSeal {

    private static final int ID_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String MAC = "HmacSHA256";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    /** @return an id that nobody guesses: 256 random bits */
    String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** @return whether this may be an id of ours; what is not need not be looked for */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** @return key of the session's row, from which its id cannot be told */
    byte[] rowOf(String id) {
        return derived(id, "row");
    }

    /** @return the content as it is stored */
    byte[] sealed(String id, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(content);
            return ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws SessionUnreadable if it was not sealed for this id, or somebody has changed it since */
    byte[] opened(String id, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SessionUnreadable(e);
        }
    }

    private static Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, new SecretKeySpec(derived(id, "content"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The id is as random as a key has to be, so that one step of HKDF is enough. */
    private static byte[] derived(String id, String use) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(id.getBytes(StandardCharsets.UTF_8), MAC));
            return mac.doFinal(("kreislaufstadt session " + use).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
