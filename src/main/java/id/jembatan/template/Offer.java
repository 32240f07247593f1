package id.jembatan.template;

import id.jembatan.domain.Field;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a template offers, apart from what its programme says.
 *
 * @param headers the header text of each field, as offices here write it and our own reader recognises it
 * @param further columns beside the required ones, in their order
 * @param districts of the regency
 * @param villages of the regency
 * @param occupations to choose from
 */
public record Offer(
        Regency regency,
        Programme programme,
        Map<Field, String> headers,
        List<Field> further,
        List<String> districts,
        List<String> villages,
        List<String> occupations) {

    public Offer {
        headers = Map.copyOf(headers);
        further = List.copyOf(further);
        districts = districts.stream().distinct().sorted().toList();
        villages = villages.stream().distinct().sorted().toList();
        occupations = List.copyOf(occupations);
    }

    /** The required fields in the catalogue's order, then the further ones that make sense beside them. */
    List<Field> columns() {
        Set<Field> columns = new LinkedHashSet<>();
        for (Field field : Field.values()) {
            if (isRequired(field)) {
                columns.add(field);
            }
        }
        for (Field field : further) {
            if (!isAskedOtherwise(field)) {
                columns.add(field);
            }
        }
        return new ArrayList<>(columns);
    }

    boolean isRequired(Field field) {
        return programme.required().contains(field);
    }

    String header(Field field) {
        return headers.getOrDefault(field, field.key());
    }

    /** A joined column serves both its parts, and where the position decides the wage nobody is asked for it. */
    private boolean isAskedOtherwise(Field field) {
        return switch (field) {
            case BIRTH_PLACE -> isRequired(Field.BIRTH_PLACE_DATE);
            case RT, RW -> isRequired(Field.RT_RW);
            case WAGE -> !programme.wageByPosition().isEmpty();
            default -> false;
        };
    }

    /** What can be chosen in a column; empty where anything is written. */
    List<String> choices(Field field) {
        return switch (field) {
            case SEX -> List.of("L", "P");
            case DISTRICT -> districts;
            case VILLAGE -> villages;
            case OCCUPATION -> occupations;
            case POSITION ->
                programme.wageByPosition().keySet().stream()
                        .map(position -> position.toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList();
            default -> List.of();
        };
    }
}
