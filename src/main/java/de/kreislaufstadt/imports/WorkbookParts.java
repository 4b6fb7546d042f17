package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once into nothing, to see that it is not larger than it may be: the sizes that a ZIP file states about
 * itself are claims.
 */
final class WorkbookParts {

    private static final int BUFFER = 64 * 1024;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String MACROS = "vbaProject.bin";

    private WorkbookParts() {}

    /** @throws FormRefused if it is no workbook, carries macros, or unpacks to more than the limits allow */
    static void check(String name, Path file, Limits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries()) {
                throw FormRefused.at("file", "imports.workbook.bomb", name);
            }
            if (zip.getEntry(WORKBOOK) == null) {
                throw FormRefused.at("file", "imports.workbook.none", name);
            }
            byte[] buffer = new byte[BUFFER];
            long left = limits.unpacked();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(MACROS)) {
                    throw FormRefused.at("file", "imports.workbook.macros", name);
                }
                left = unpack(zip, entry, buffer, left);
                if (left < 0) {
                    throw FormRefused.at("file", "imports.workbook.bomb", name);
                }
            }
        } catch (ZipException e) {
            throw FormRefused.at("file", "imports.workbook.damaged", name);
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, byte[] buffer, long allowed) throws IOException {
        long left = allowed;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
                left -= read;
            }
        }
        return left;
    }
}
