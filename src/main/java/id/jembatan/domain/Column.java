package id.jembatan.domain;

import java.util.Optional;

/**
 * One column of a table.
 *
 * @param index from 0
 * @param header its text as it came
 * @param field what it means; empty when it is not recognised
 */
public record Column(int index, String header, Optional<Field> field) {}
