package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.SourceField.Kind;
import de.kreislaufstadt.imports.Table.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the sheets of a workbook row by row: the first one whatever it is, of the others those with rows of measures. Formulas are
 * seen as what they are and never calculated; nothing outside of the file is opened.
 */
final class WorkbookTable {

    private final String name;
    private final Limits limits;

    private WorkbookTable(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
    }

    /**
     * @param name name of the file, for what is refused
     * @return its sheets in their order
     * @throws FormRefused if it is no workbook, or a larger one than the limits allow
     */
    static List<Table> read(String name, Path file, Limits limits) throws IOException {
        WorkbookParts.check(name, file, limits);
        WorkbookTable reading = new WorkbookTable(name, limits);
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return reading.sheets(workbook);
        } catch (SAXException | IOException e) {
            // The library says of some parts only in this way that they are damaged; the file itself lies on our disk.
            throw reading.refused(e);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | ParserConfigurationException e) {
            throw FormRefused.at("file", "imports.workbook.damaged", name);
        } catch (FormRefused refused) {
            throw refused;
        } catch (RuntimeException e) {
            // What the library stumbles over has many names; a damaged part is wrapped.
            throw reading.refused(e.getCause() instanceof SAXException damage ? damage : new SAXException(e));
        }
    }

    private FormRefused refused(Exception damage) {
        // The parser refuses document types, with which entities would come; its message is the only place that says
        // so.
        boolean documentType = String.valueOf(damage.getMessage()).contains("DOCTYPE");
        return FormRefused.at("file", documentType ? "imports.workbook.entities" : "imports.workbook.damaged", name);
    }

    private List<Table> sheets(OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(workbook);
        SharedStrings strings = new ReadOnlySharedStringsTable(workbook, false);
        List<Table> tables = new ArrayList<>();
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                Table table = tables.isEmpty()
                        ? new Table(name, limits)
                        : new Table(name + ", " + sheets.getSheetName(), limits, WorkbookTable::isOfMeasures);
                XMLReader parser = XMLHelper.newXMLReader();
                parser.setContentHandler(new Cells(reader.getStylesTable(), strings, new Rows(table)));
                parser.parse(new InputSource(sheet));
                tables.add(tables.isEmpty() ? table.complete() : table);
            }
        }
        return tables.stream().filter(table -> !table.isNothing()).toList();
    }

    private static boolean isOfMeasures(List<String> headings) {
        return ListColumn.partOf(headings).isPresent();
    }

    /** Tells calculations, errors and numbers from texts, which the library's callbacks do not. */
    private static final class Cells extends XSSFSheetXMLHandler {

        private final Rows rows;
        private boolean inFormula;

        Cells(Styles styles, SharedStrings strings, Rows rows) {
            super(styles, null, strings, rows, new PlainNumbers(rows), true);
            this.rows = rows;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if ("c".equals(localName)) {
                rows.begin(attributes.getValue("r"), "e".equals(attributes.getValue("t")));
            } else if ("f".equals(localName)) {
                rows.formula = new StringBuilder("=");
                inFormula = true;
            }
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void characters(char[] characters, int start, int length) throws SAXException {
            if (inFormula) {
                rows.formula.append(characters, start, length);
            }
            super.characters(characters, start, length);
        }

        @Override
        public void endElement(String uri, String localName, String qName) throws SAXException {
            super.endElement(uri, localName, qName);
            if ("f".equals(localName)) {
                inFormula = false;
            } else if ("c".equals(localName)) {
                rows.end();
            }
        }
    }

    private static final class Rows implements SheetContentsHandler, PlainNumbers.Heard {

        private final Table table;
        private final List<Cell> cells = new ArrayList<>();
        private String current;
        private StringBuilder formula;
        private boolean broken;
        private boolean number;
        private boolean said;

        Rows(Table table) {
            this.table = table;
        }

        @Override
        public void startRow(int row) {
            cells.clear();
        }

        @Override
        public void endRow(int row) {
            table.add(row + 1, List.copyOf(cells));
        }

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            add(reference, text == null ? "" : text);
        }

        @Override
        public void number() {
            number = true;
        }

        private void begin(String reference, boolean error) {
            current = reference;
            broken = error;
            formula = null;
            number = false;
            said = false;
        }

        /** A formula that was never calculated has no value, and the library passes it over. */
        private void end() {
            if (formula != null && !said) {
                add(current, "");
            }
        }

        private void add(String reference, String text) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            said = true;
            if (formula != null || broken) {
                cells.add(new Cell(formula == null ? text : formula.toString(), Kind.FORMULA));
            } else {
                cells.add(new Cell(text, number ? Kind.NUMBER : Kind.TEXT));
            }
        }
    }
}
