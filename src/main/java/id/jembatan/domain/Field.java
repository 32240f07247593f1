package id.jembatan.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of a list can mean (SPEC section 4). The key is the name in configuration, JSON and reports. */
public enum Field {
    NIK("nik"),
    FAMILY_CARD("familyCard"),
    NAME("name"),
    BIRTH_PLACE("birthPlace"),
    BIRTH_DATE("birthDate"),
    /** "FAKFAK, 12-05-1980": one column for both; a draft never holds it, only its two parts. */
    BIRTH_PLACE_DATE("birthPlaceDate"),
    SEX("sex"),
    ADDRESS("address"),
    RT("rt"),
    RW("rw"),
    /** "001/002": one column for both; a draft never holds it, only its two parts. */
    RT_RW("rtRw"),
    VILLAGE("village"),
    DISTRICT("district"),
    OCCUPATION("occupation"),
    SECTOR("sector"),
    POSITION("position"),
    PHONE("phone"),
    MOTHER_NAME("motherName"),
    WAGE("wage"),
    EMPLOYER("employer"),
    NPP("npp"),
    KPJ("kpj"),
    START_DATE("startDate"),
    DISABILITY("disability"),
    NOTE("note"),
    /** The day on which somebody leaves; a column of lists of leavers only. */
    END_DATE("endDate"),
    /** Why somebody leaves; a column of lists of leavers only. */
    END_REASON("endReason"),
    /** Our own hidden column in perbaikan.xlsx: which row of which drop this row repairs. */
    REPAIR_REF("jembatanRef"),
    /** Our own last column in perbaikan.xlsx and tidak-masuk.xlsx: the sentences; read back, it means nothing. */
    REPAIR_NOTE("jembatanNote"),
    /** Of a branch's answers: the line that is answered, {@code <batch>/<no>}. */
    LINE_REF("lineRef"),
    /** Of a branch's answers: what it decided. */
    STATUS("status"),
    /** Of a branch's answers: why. */
    REASON("reason");

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::key, field -> field));

    private final String key;

    Field(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Field> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Columns that only a list of leavers has: elsewhere their names mean nothing. */
    public boolean isOfLeavers() {
        return this == END_DATE || this == END_REASON;
    }

    /** Columns that Jembatan itself added to a file that it sent back. */
    public boolean isOurs() {
        return this == REPAIR_REF || this == REPAIR_NOTE;
    }

    /** Columns that only a branch's answers have: in a list they are columns like any other. */
    public boolean isOfAnswers() {
        return this == LINE_REF || this == STATUS || this == REASON;
    }
}
