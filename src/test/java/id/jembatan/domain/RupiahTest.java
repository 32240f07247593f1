package id.jembatan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RupiahTest {

    @Test
    void groupsAsTheReaderDoes() {
        assertEquals("Rp 2.016.000.000", Rupiah.text(new BigDecimal(2_016_000_000L), "id"));
        assertEquals("Rp 2,016,000,000", Rupiah.text(new BigDecimal(2_016_000_000L), "en"));
        assertEquals("Rp 0", Rupiah.text(BigDecimal.ZERO, "id"));
        assertEquals("Rp 999", Rupiah.text(new BigDecimal("999.00"), "id"));
        assertEquals("Rp 1.000", Rupiah.text(new BigDecimal("1E3"), "id"));
        assertEquals("-Rp 16.800", Rupiah.text(new BigDecimal(-16_800), "id"));
    }

    @Test
    void hidesNoPartOfARupiah() {
        assertEquals("Rp 8.977,5", Rupiah.text(new BigDecimal("8977.50"), "id"));
        assertEquals("Rp 8,977.05", Rupiah.text(new BigDecimal("8977.05"), "en"));
    }

    @Test
    void groupsCounts() {
        assertEquals("10.000", Rupiah.count(10_000, "id"));
        assertEquals("-1,250,000", Rupiah.count(-1_250_000, "en"));
        assertEquals("7", Rupiah.count(7, "id"));
    }
}
