package id.jembatan.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.EndReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "meninggal, DIED",
        "Meninggal Dunia, DIED",
        "sudah MENINGGAL tahun lalu, DIED",
        "(alm.), DIED",
        "pindah, MOVED",
        "Pindah ke Kab. Sorong, MOVED",
        "bekerja formal, FORMAL_WORK",
        "lulus PPPK, FORMAL_WORK",
        "informal, OTHER",
        "pekerja informal, OTHER",
        "kematian, DIED",
        "sakit, OTHER",
        "'', OTHER"
    })
    void aReasonIsToldByWholeWordsOfTheOffice(String text, EndReason reason) throws IOException {
        EndReasons shipped = new EndReasons(new YAMLMapper()
                .readValue(
                        Path.of("config/end-reasons.yaml").toFile(),
                        new TypeReference<Map<String, List<String>>>() {}));

        assertEquals(reason, shipped.of(text));
    }

    @Test
    void aReasonThatTheRegisterDoesNotKnowIsNoReason() {
        Map<String, List<String>> unknown = Map.of("TIRED", List.of("lelah"));

        assertThrows(IllegalArgumentException.class, () -> new EndReasons(unknown));
    }
}
