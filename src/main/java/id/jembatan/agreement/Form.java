package id.jembatan.agreement;

import id.jembatan.agreement.YamlNode.Scalar;
import id.jembatan.domain.AgreementProblem.Kind;
import id.jembatan.domain.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one value must be written.
 *
 * @param otherwise what is said when it is not, with what was found and what was expected
 * @param expected "" when the kind says it all
 */
record Form<T>(Kind otherwise, String expected, Function<Scalar, Optional<T>> reading) {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final String SLUG_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    /** Any words; a figure is its own text. */
    static final Form<String> TEXT = ofText(Kind.NOT_TEXT, text -> !text.isBlank(), String::strip);

    /** Lower-case words joined by {@code -}: what names a folder or file. */
    static final Form<String> SLUG = ofText(Kind.NOT_A_SLUG, text -> text.matches(SLUG_PATTERN), Function.identity());

    static final Form<String> CODE = ofText(Kind.NOT_A_CODE, text -> text.matches("[0-9]{4}"), Function.identity());

    /** A group of the system, as {@code groupadd} allows them. */
    static final Form<String> GROUP =
            ofText(Kind.NOT_A_GROUP, text -> text.matches("[a-z_][a-z0-9_-]{0,31}"), Function.identity());

    static final Form<YearMonth> MONTH =
            ofText(Kind.NOT_A_MONTH, text -> text.matches("[0-9]{4}-.*"), YearMonth::parse);

    static final Form<LocalDate> DAY = ofText(Kind.NOT_A_DAY, text -> text.matches("[0-9]{4}-.*"), LocalDate::parse);

    /** A region with its own history, such as {@code Asia/Jayapura}; a bare offset or {@code WIT} is none. */
    static final Form<ZoneId> ZONE = ofText(Kind.NOT_A_ZONE, text -> text.contains("/"), ZoneId::of);

    /** Whole rupiah, digits only; {@code _} may group them. */
    static final Form<BigDecimal> RUPIAH = new Form<>(Kind.NOT_RUPIAH, "", scalar -> digits(scalar)
            .map(BigDecimal::new)
            .filter(amount -> amount.precision() < 19));

    /** An exact share such as {@code 0.24}. */
    static final Form<BigDecimal> PERCENT = new Form<>(Kind.NOT_A_PERCENTAGE, "", scalar -> Optional.of(scalar.text())
            .filter(text -> scalar.kind() == Scalar.Kind.NUMBER && text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?"))
            .map(BigDecimal::new)
            .filter(percent -> percent.compareTo(WHOLE) <= 0));

    static final Form<Boolean> FLAG = new Form<>(Kind.NOT_A_FLAG, "", scalar -> Optional.of(scalar.text())
            .filter(text -> text.matches("true|false"))
            .map(Boolean::valueOf));

    /** A field that a row can fill: not our own columns, and not the two that are split into their parts. */
    static final Form<Field> FIELD = new Form<>(Kind.FIELD_UNKNOWN, "", scalar -> Field.find(scalar.text())
            .filter(field -> !field.isOurs()
                    && !field.isOfLeavers()
                    && !field.isOfAnswers()
                    && field != Field.BIRTH_PLACE_DATE
                    && field != Field.RT_RW));

    /** A whole number within bounds, both included. */
    static Form<Integer> count(int least, int most) {
        return new Form<>(Kind.NOT_A_COUNT, least + "–" + most, scalar -> digits(scalar)
                .filter(digits -> digits.length() < 10)
                .map(Integer::valueOf)
                .filter(count -> count >= least && count <= most));
    }

    /** One of some words, written exactly so. */
    static <T> Form<T> word(Map<String, T> words) {
        return new Form<>(
                Kind.WORD_UNKNOWN,
                String.join(", ", words.keySet()),
                scalar -> Optional.ofNullable(words.get(scalar.text())));
    }

    static <E extends Enum<E>> Form<E> word(Class<E> words, Function<E, String> spelling) {
        Map<String, E> byWord = new LinkedHashMap<>();
        Arrays.stream(words.getEnumConstants()).forEach(word -> byWord.put(spelling.apply(word), word));
        return word(byWord);
    }

    private static Optional<String> digits(Scalar scalar) {
        return Optional.of(scalar.text())
                .filter(text -> scalar.kind() == Scalar.Kind.NUMBER
                        && text.matches("0|[1-9][0-9]{0,2}(_[0-9]{3})*|[1-9][0-9]*"))
                .map(text -> text.replace("_", ""));
    }

    private static <T> Form<T> ofText(
            Kind otherwise, java.util.function.Predicate<String> shape, Function<String, T> value) {
        return new Form<>(otherwise, "", scalar -> {
            boolean isText = scalar.kind() == Scalar.Kind.TEXT || scalar.kind() == Scalar.Kind.NUMBER;
            if (!isText || !shape.test(scalar.text())) {
                return Optional.empty();
            }
            try {
                return Optional.of(value.apply(scalar.text()));
            } catch (DateTimeException noSuchDayOrZone) {
                return Optional.empty();
            }
        });
    }
}
