package id.jembatan.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.AgreementRemark;
import id.jembatan.domain.AgreementRemark.Kind;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 10);

    @TempDir
    private Path config;

    @Test
    void theBudgetAsThePressPrintsItCoversTenPeople() throws IOException {
        List<AgreementRemark> remarks = check(fakfak("budget: 2016000000", "budget: 2016000"), Examples.INDONESIAN);

        assertEquals(1, remarks.size());
        assertEquals(Severity.WARNING, remarks.get(0).severity());
        assertEquals(Kind.BUDGET_SHORT, remarks.get(0).kind());
        assertEquals(
                "9203/pekerja-rentan-2025",
                remarks.get(0).programme().orElseThrow().toString());
        assertEquals(
                "Anggaran Rp 2.016.000 hanya cukup untuk 10 orang selama 12 bulan: kurang 9.990 orang dari kuota 10.000."
                        + " Untuk 10.000 orang diperlukan Rp 2.016.000.000.",
                remarks.get(0).text());
    }

    @Test
    void theWarningIsReadInEnglishToo() throws IOException {
        assertEquals(
                "The budget of Rp 2,016,000 covers only 10 people for 12 months: 9,990 people short of the quota of"
                        + " 10,000. 10,000 people need Rp 2,016,000,000.",
                check(fakfak("budget: 2016000000", "budget: 2016000"), Examples.ENGLISH)
                        .get(0)
                        .text());
    }

    @Test
    void theShippedBudgetCoversItsQuotaExactly() {
        List<AgreementRemark> remarks =
                AgreementCheck.check(AgreementBook.load(Examples.CONFIG), Examples.RATES, TODAY, Examples.INDONESIAN);

        assertEquals(0, remarks.stream().filter(AgreementRemark::isWarning).count());
        assertEquals(
                "Anggaran Rp 2.016.000.000 cukup untuk 10.000 orang selama 12 bulan: kuota 10.000 orang memerlukan"
                        + " Rp 2.016.000.000, masih ada ruang untuk 0 orang.",
                textOf(remarks, Kind.BUDGET_COVERS));
        assertEquals(
                "Kuota 10.000 orang selama 12 bulan memerlukan Rp 2.016.000.000; anggaran tidak disebut.",
                textOf(remarks, Kind.QUOTA_WITHOUT_BUDGET));
    }

    @Test
    void theBudgetOfTwoOtherNewspapersLeavesRoomForPeople() throws IOException {
        assertEquals(
                "Anggaran Rp 2.160.000.000 cukup untuk 10.714 orang selama 12 bulan: kuota 10.000 orang memerlukan"
                        + " Rp 2.016.000.000, masih ada ruang untuk 714 orang.",
                check(fakfak("budget: 2016000000", "budget: 2160000000"), Examples.INDONESIAN)
                        .get(0)
                        .text());
    }

    @Test
    void oneRupiahTooLittleIsOnePersonShort() throws IOException {
        AgreementRemark remark = check(fakfak("budget: 2016000000", "budget: 2015999999"), Examples.INDONESIAN)
                .get(0);

        assertEquals(Kind.BUDGET_SHORT, remark.kind());
        assertEquals(true, remark.text().contains("kurang 1 orang"));
    }

    @Test
    void eachMonthCountsAtItsOwnRate() throws IOException {
        // January to March in full, April to December at half: 3 x 16,800 + 9 x 8,400 = 126,000
        String relieved = fakfak("budget: 2016000000", "budget: 1260000000")
                .replace("funding: APBD  ", "funding: SELF  ")
                .replaceFirst("funding: APBD\n", "funding: SELF\n")
                .replaceFirst("start: 2025-04", "start: 2026-01");

        assertEquals(
                Kind.BUDGET_COVERS, check(relieved, Examples.INDONESIAN).get(0).kind());
    }

    @Test
    void thePromiseIsProvedAsItStandsOnTheDay() throws IOException {
        String amended =
                fakfak("budget: 2016000000", "budget: 2016000000\n    amendments: [{from: 2025-03-11, quota: 10001}]");

        assertEquals(
                Kind.BUDGET_COVERS, check(amended, Examples.INDONESIAN).get(0).kind());
        assertEquals(
                Kind.BUDGET_SHORT,
                AgreementCheck.check(AgreementBook.load(config), Examples.RATES, TODAY.plusDays(1), Examples.INDONESIAN)
                        .get(0)
                        .kind());
    }

    @Test
    void aBudgetWithoutAQuotaSaysHowManyItCovers() throws IOException {
        assertEquals(
                "Anggaran Rp 2.016.000.000 cukup untuk 10.000 orang selama 12 bulan; kuota tidak disebut.",
                check(fakfak("    quota: 10000\n", ""), Examples.INDONESIAN)
                        .get(0)
                        .text());
    }

    @Test
    void wagesDecideWhereEverybodyPaysAnotherAmount() throws IOException {
        String wages = fakfak("segment: BPU\n    group: vulnerable", "segment: PU\n    group: non-asn")
                .replaceFirst("latihan[\\s\\S]*", "latihan\n    name: Latihan\n")
                .replaceFirst(" {2}# Practice[\\s\\S]*", "");

        assertEquals(
                "Cukup atau tidaknya anggaran Rp 2.016.000.000 bergantung pada upah tiap orang.",
                check(wages, Examples.INDONESIAN).get(0).text());
    }

    @Test
    void theCodeOfTheStatisticsOfficeGivesItselfAway() throws IOException {
        String bolsel = Files.readString(Examples.CONFIG.resolve("regencies/7111-bolsel.yaml"));
        write("7110-bolsel.yaml", bolsel.replace("code: 7111", "code: 7110"));
        write("9999-fakfak.yaml", fakfak("code: 9203", "code: 9999"));

        List<AgreementRemark> remarks =
                AgreementCheck.check(AgreementBook.load(config), Examples.RATES, TODAY, Examples.INDONESIAN);

        assertEquals(
                "Kode 7110 adalah Kabupaten Bolaang Mongondow Timur menurut Kemendagri, tetapi di sini tertulis Bolaang"
                        + " Mongondow Selatan. Jangan memakai kode BPS.",
                textOf(remarks, Kind.NAME_DIFFERS));
        assertEquals(
                "Kode 9999 bukan kode kabupaten atau kota Kemendagri yang dikenal.",
                textOf(remarks, Kind.CODE_UNKNOWN));
    }

    private List<AgreementRemark> check(String fakfak, Messages messages) throws IOException {
        write("9203-fakfak.yaml", fakfak);
        return AgreementCheck.check(AgreementBook.load(config), Examples.RATES, TODAY, messages);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(config.resolve("regencies"));
        Files.writeString(config.resolve("regencies").resolve(name), text);
    }

    private static String fakfak(String part, String replacement) throws IOException {
        return Files.readString(Examples.CONFIG.resolve("regencies/9203-fakfak.yaml"))
                .replace(part, replacement);
    }

    private static String textOf(List<AgreementRemark> remarks, Kind kind) {
        return remarks.stream()
                .filter(remark -> remark.kind() == kind)
                .findFirst()
                .orElseThrow()
                .text();
    }
}
