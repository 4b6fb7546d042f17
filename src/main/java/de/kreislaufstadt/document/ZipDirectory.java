package de.kreislaufstadt.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Looks at the end of a ZIP file before anything opens it: Java reads the whole list of entries into memory, and a file may
 * consist of nothing else.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRIES_AT = 10;
    private static final int SIZE_AT = 12;

    /** Far more than a presentation with hundreds of slides has. */
    private static final int MOST_ENTRIES = 10_000;

    private static final int LARGEST_DIRECTORY = 2 * 1024 * 1024;

    private ZipDirectory() {}

    /** @throws DocumentRefused if there is no list of entries, or a larger one than documents have */
    static void check(Path file) throws IOException {
        ByteBuffer end = end(file);
        for (int at = end.limit() - END_LENGTH; at >= 0; at--) {
            if (end.getInt(at) == END_SIGNATURE) {
                int entries = Short.toUnsignedInt(end.getShort(at + ENTRIES_AT));
                long size = Integer.toUnsignedLong(end.getInt(at + SIZE_AT));
                if (entries > MOST_ENTRIES || size > LARGEST_DIRECTORY) {
                    throw DocumentRefused.type("archive");
                }
                return;
            }
        }
        throw DocumentRefused.type("damaged");
    }

    private static ByteBuffer end(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), END_LENGTH + LONGEST_COMMENT);
            byte[] end = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(end);
            return ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
