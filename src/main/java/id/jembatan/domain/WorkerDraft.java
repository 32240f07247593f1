package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One row, written as the house writes it and not yet judged.
 *
 * @param row the number that a person sees
 * @param table tells which columns the row's sheet has at all
 * @param habits tells what the whole sheet is like
 * @param texts every field that the row fills, normalised; NAME in upper case; BIRTH_PLACE_DATE and RT_RW already split;
 *     an unreadable value leaves its field empty here
 * @param matchKey the name reduced to what identifies (SPEC section 5, Name)
 * @param phone as {@code +62…}
 * @param wage in rupiah a month
 * @param kpj the digits of the cell, however many: a KPJ has 11, and 16 are a NIK that strayed; the texts hold it only
 *     when there are 11
 * @param endDate the day of leaving, in a list of leavers
 * @param changed the fields whose value differs from the raw text by more than letter case and outer blanks
 * @param shifted a filled cell stands beyond the last header column
 * @param displaced a number of 16 digits stands beside the NIK's column, and nothing like a NIK in it
 */
public record WorkerDraft(
        int row,
        Table table,
        SheetHabits habits,
        FieldTexts texts,
        NikText nik,
        String matchKey,
        Reading<BirthDate> birthDate,
        Reading<Sex> sex,
        Reading<String> phone,
        Reading<BigDecimal> wage,
        Reading<String> kpj,
        Reading<BirthDate> endDate,
        Set<Field> changed,
        boolean shifted,
        boolean displaced) {

    @Override
    public String toString() {
        return "draft of row " + row;
    }
}
