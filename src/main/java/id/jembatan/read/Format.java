package id.jembatan.read;

/** What a file is, told by its content. The name is what a refusal names (FILE_FORMAT) and what the catalogue explains. */
public enum Format {
    /** Text with delimiters: CSV, TSV, TXT. */
    CSV,
    /** XLSX and XLSM; macros are never looked at. */
    XLSX,
    /** A workbook of Excel 97 to 2003 (BIFF8). */
    XLS,
    /** A workbook of an Excel before 97. */
    XLS_OLD,
    /** A binary workbook, .xlsb. */
    XLSB,
    /** One document: an array of objects, or an object with one. */
    JSON,
    /** An object a line. */
    NDJSON,
    ZIP,
    /** RAR, 7z, gzip and their like. */
    ARCHIVE,
    PDF,
    WORD,
    /** Rich text, which Word and WordPad write. */
    RTF,
    POWERPOINT,
    PICTURE,
    /** Also HTML and MHTML saved under the name of a workbook. */
    HTML,
    /** "XML Spreadsheet 2003", which Excel opens like a workbook. */
    XML_SPREADSHEET,
    XML,
    ODS,
    /** SQLite, Access, dBASE. */
    DATABASE,
    /** An OLE2 container that holds none of the documents above. */
    OLE2,
    /** A workbook behind a password. */
    ENCRYPTED_WORKBOOK,
    /** A ZIP, or a workbook, whose entries are encrypted. */
    ENCRYPTED_ZIP,
    UTF16_WITHOUT_BOM,
    BINARY
}
