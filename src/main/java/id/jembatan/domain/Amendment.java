package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** A change of the promise from a day on; what is empty stays as it was. Lowering never ends anybody. */
public record Amendment(LocalDate from, OptionalInt quota, Optional<BigDecimal> budget, OptionalInt months) {}
