package id.jembatan.normalise;

import java.util.Set;

/**
 * What stands beside a name without being part of it: academic, religious and polite titles, upper case and without
 * their points. In code and not in configuration, because the register keeps keys made with it: a change must come with
 * a plan for those.
 */
final class Titles {
    private static final Set<String> WORDS = Set.of("""
            H HJ HAJI HAJJAH KH KYAI KIAI UST USTADZ USTAZ USTADZAH USTAZAH PDT LC
            TN NY NN BPK BAPAK PAK IBU BU SDR SDRI
            PROF DR DRS DRA DRG DRH IR NS APT
            AMD AMDKEB AMDKEP AMDKL AMDPD AMAPD AMKEB AMKEP AMK AMG SST SSTP STRKEB STRKEP
            SPD SPDI SPDK SPDH SPDSD SPDAUD SAG SHI SHUM SEI SESY SE SH SS SSI SSOS SSOSI SIP SAP SAB SAK SIKOM SKOM SKM
            SKEP SKEB SKED SKG SKH SFARM SGZ SPSI SFIL SSN SSTAT SMAT SPT SPI SPTK SP STP STH SHUT SPAR SPKP ST STI STR
            MPD MPDI MPDK MSI MSC MSE MSOS MSN MKES MKEB MKEP MKM MKN MKOM MIKOM MAG MAP MAB MAK MM MH MHI MHUM MT MTI
            MTP MP MENG MEI MESY MFARM MPSI MPH MBA PHD""".strip().split("\\s+"));

    private Titles() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
