package id.jembatan.domain;

/**
 * What is wrong or odd about one field of one row: the data's fault, a value that goes back to the regency.
 *
 * @param severity ERROR rejects the row
 * @param field where; {@link Field#NIK} for a whole-row finding without a better place
 * @param detail what the sentence needs to be exact ("15" digits, the nearest known village), or ""; may hold what was
 *     written in the cell, so it goes to the regency's own files only, never to a log
 */
public record Finding(FindingCode code, Severity severity, Field field, String detail) {

    public static Finding of(FindingCode code, Field field, String detail) {
        return new Finding(code, code.severity(), field, detail);
    }

    public static Finding of(FindingCode code, String detail) {
        return of(code, code.field().orElse(Field.NIK), detail);
    }

    public static Finding of(FindingCode code) {
        return of(code, "");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return code + "@" + field.key();
    }
}
