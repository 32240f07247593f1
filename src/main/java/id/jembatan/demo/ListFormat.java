package id.jembatan.demo;

/** What kind of file an office's list is. */
enum ListFormat {
    TEXT,
    XLSX,
    /** A workbook that may hold macros; ours holds none. */
    XLSM,
    /** Excel 97 to 2003. */
    XLS,
    JSON,
    NDJSON
}
