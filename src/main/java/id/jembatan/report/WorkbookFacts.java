package id.jembatan.report;

/**
 * What a workbook that goes back says of itself: at the foot of each printed page and in its properties.
 *
 * @param title what it is and of which drop
 * @param rules the version of the rules that judged
 */
record WorkbookFacts(String title, String rules) {}
