package id.jembatan.validate;

import id.jembatan.domain.Sex;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a name is, where it can be told: by a word that is said of one sex only (BIN, BINTI, HJ), else by a first name
 * that men or women alone bear. In Buton LA begins a man's name
 * and WA a woman's. Names that both bear (NUR, RIZKI, DWI, SRI) tell nothing and are in neither list.
 */
final class PersonalNames {
    private static final Set<String> OF_WOMEN = words("BINTI HJ HAJJAH NY NYONYA NN NONA IBU SDRI USTADZAH USTAZAH");
    private static final Set<String> OF_MEN = words("BIN TN TUAN BPK BAPAK HAJI SDR");
    private static final Set<String> WOMEN = words("""
            AGUSTINA AISYAH AISAH AMINAH ANASTASIA ANISA ANITA ANNA ASTUTI DAHLIA DEBORA DESI DEWI DIANA DORCE ELISABETH
            ELIZABETH ERNI ERNAWATI ESTER FATIMAH FATMA FATMAWATI FEBRIANI FITRIA FITRIANI HADIJAH HALIMA HALIMAH
            HASNA HASNAH HERLINA HERMINA INDAH JAMILA JAMILAH JULIANA JUMIATI JUWITA KARTINI KHADIJAH KRISTINA LESTARI LILIS
            LINA LUDIA MARGARETHA MARIA MARIAM MARIANA MARICE MARLINA MARTHA MARTINA MARYAM MEGAWATI MURNI MURNIATI NAOMI
            NINGSIH NOVITA NURHAYATI NURJANAH NURLAILA NURLELA NURMALA NURUL ORPA PUTRI RAHMAWATI RATNA RATNAWATI RINA RINI
            RISNAWATI ROHANI ROSDIANA ROSMIATI ROSMINI ROSNI RUGAYA RUKIAH RUSMINI SALMAH SALMIAH SARAH SELFINA SITI
            SUHARTI SULASTRI SUMARNI SUMIATI SUNARTI SURYANI SUSANTI SUSILAWATI TUTI WAHYUNI WATI YANTI YOHANA YOSINA
            WA YULIANA YULIANI YULIANTI ZAINAB ZUBAIDAH""");
    private static final Set<String> MEN = words("""
            ABDUL ABDULLAH ABDURRAHMAN ACHMAD ADAM AGUS AGUSTINUS AHMAD ALEXANDER ALI AMIRUDDIN AMOS ANDREAS ANTONIUS ARIFIN
            ARMAN ASEP BAHARUDDIN BAMBANG BASRI BENYAMIN BUDI BUDIMAN BURHANUDDIN DANIEL DARMAWAN DAUD DEDI DJAFAR DODI
            EDUARD EFENDI EKO FERDINAND FRANSISKUS FRENGKI GUNAWAN HAMZAH HARUN HASAN HENDRA HENDRIK HERMAN IBRAHIM IDRIS
            IMANUEL IRWAN ISHAK ISKANDAR ISMAIL JAFAR JAMALUDIN JAMALUDDIN JOHAN JOKO JUMADI JUNAIDI KASIM KRISTIAN
            KURNIAWAN LA LUKAS MAHMUD MANSUR MARKUS MARTINUS MATIUS MOH MOHAMAD MOHAMMAD MUH MUHAMAD MUHAMMAD MULYADI MUSA
            MUSTAFA NASIR OBED PAULUS PETRUS RAHMAN RIDWAN ROBERTUS RUBEN RUDI RUSDI RUSLAN RUSTAM SALEH SALIM SAMSUDIN
            SAMUEL SIMON SLAMET SOFYAN STEFANUS SUDIRMAN SUHARTO SUKARNO SULAIMAN SULEMAN SUPARDI SUPRIADI SURYADI SUTRISNO
            SYAHRUL SYAMSUDDIN SYARIFUDDIN TAMRIN THOMAS UDIN UMAR USMAN WAHYUDI WILLEM YAKOBUS YOHANES YOHANIS YOSEF YOSEP
            YUNUS YUSUF ZAINAL ZAINUDDIN ZULKIFLI""");

    /** Before a first name; SITI after DRA is a first name still. */
    private static final Set<String> TITLES = words("DRS DRA DR IR PROF UST USTADZ PDT KH");

    private PersonalNames() {}

    /** Empty where the name does not tell, or says both. */
    static Optional<Sex> sexOf(String name) {
        String[] words = name.toUpperCase(Locale.ROOT).split("[^\\p{L}]+", -1);
        Set<Sex> told = EnumSet.noneOf(Sex.class);
        boolean first = true;
        for (String word : words) {
            among(OF_WOMEN, OF_MEN, word).ifPresent(told::add);
            if (first && word.length() > 1 && !TITLES.contains(word) && !isSaidOfOne(word)) {
                among(WOMEN, MEN, word).ifPresent(told::add);
                first = false;
            }
        }
        return told.size() == 1 ? told.stream().findFirst() : Optional.empty();
    }

    private static boolean isSaidOfOne(String word) {
        return OF_WOMEN.contains(word) || OF_MEN.contains(word);
    }

    private static Optional<Sex> among(Set<String> women, Set<String> men, String word) {
        if (women.contains(word)) {
            return Optional.of(Sex.FEMALE);
        }
        return men.contains(word) ? Optional.of(Sex.MALE) : Optional.empty();
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }
}
