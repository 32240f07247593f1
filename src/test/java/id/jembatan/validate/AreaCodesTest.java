package id.jembatan.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.RegencyCode;
import org.junit.jupiter.api.Test;

class AreaCodesTest {

    private final AreaCodes areas = AreaCodes.load();

    @Test
    void knowsRegenciesAndTheirProvinces() {
        assertTrue(areas.isRegency(9203));
        assertTrue(areas.isProvince(92));
        assertTrue(areas.isProvince(11), "the first of all");
        assertFalse(areas.isRegency(9200), "a province is no regency");
        assertFalse(areas.isProvince(99));
        assertFalse(areas.isProvince(10), "the next one is not it");
    }

    @Test
    void knowsDistrictsWhereItHasThem() {
        assertTrue(areas.isDistrict(920304));
        assertFalse(areas.isDistrict(920399));
        assertTrue(areas.hasDistricts(9203));
        assertFalse(areas.hasDistricts(6404), "only its code is known");
    }

    @Test
    void namesThemInOrderOfTheirCodes() {
        assertEquals("Fak-Fak", areas.listDistricts(new RegencyCode("9203")).get(0));
        assertEquals(
                "Fak Fak Selatan", areas.listVillages(new RegencyCode("9203")).get(0));
        assertTrue(areas.listVillages(new RegencyCode("9203")).contains("Wagom"));
        assertTrue(areas.listVillages(new RegencyCode("1101")).isEmpty());
    }
}
