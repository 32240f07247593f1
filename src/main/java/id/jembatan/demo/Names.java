package id.jembatan.demo;

import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Sex;
import java.util.List;

/** Parts of names as they are heard in the five regencies; the combinations are invented. */
record Names(List<String> men, List<String> women, List<String> middles, List<String> families) {

    private static final Names PAPUA = new Names(
            List.of(
                    "Yohanes", "Markus", "Abdul", "Yusuf", "Petrus", "Imanuel", "Salim", "Daud", "Frengki", "Ismail",
                    "Obed", "Lukas", "Hasan", "Yakobus", "Amos", "Rustam", "Beny", "Simon", "Ruben", "André"),
            List.of(
                    "Maria", "Yuliana", "Fatimah", "Marice", "Siti", "Ester", "Rahma", "Selfina", "Naomi", "Halima",
                    "Orpa", "Ludia", "Dorce", "Aisyah", "Martha", "Yosina", "Rugaya", "Debora", "Novita", "Noëlla"),
            List.of("Anton", "Karim", "Melki", "Rina", "Sari", "Tadius", "Wati", "Elia", "Nur", "Yan", "Ria", "Agus"),
            List.of(
                    "Hindarom",
                    "Patirana",
                    "Kabesi",
                    "Heremuru",
                    "Tuturopi",
                    "Weripanga",
                    "Ginunia",
                    "Bahbari",
                    "Namudati",
                    "Hombari",
                    "Iribaram",
                    "Rohrohi",
                    "Kramandi",
                    "Uswanari",
                    "Tanggahama",
                    "Fuadi",
                    "Wagabi",
                    "Sirfefi",
                    "Mury",
                    "Samaya",
                    "Kutanggi",
                    "Biretu",
                    "Remetwari",
                    "Homborua"));

    private static final Names BORNEO = new Names(
            List.of(
                    "Muhammad",
                    "Ahmad",
                    "Syahrul",
                    "Hendra",
                    "Jumadi",
                    "Bambang",
                    "Rahmat",
                    "Suryadi",
                    "Darmawan",
                    "Iskandar",
                    "Jamaludin",
                    "Agus",
                    "Fitrah",
                    "Kurniawan",
                    "Mulyadi",
                    "Zulkifli",
                    "Ruslan",
                    "Herman",
                    "Sapri",
                    "Ibnu"),
            List.of(
                    "Siti",
                    "Nurhayati",
                    "Sri",
                    "Rusmini",
                    "Dewi",
                    "Halimah",
                    "Aminah",
                    "Yuliani",
                    "Kartini",
                    "Rohani",
                    "Mariam",
                    "Lestari",
                    "Salmah",
                    "Wahyuni",
                    "Herlina",
                    "Juwita",
                    "Norma",
                    "Tuti",
                    "Zubaidah",
                    "Ratna"),
            List.of(
                    "Hadi", "Aini", "Rizki", "Eka", "Putra", "Arif", "Indra", "Ningsih", "Dwi", "Maulana", "Fauzi",
                    "Yanti", "Saleh", "Amin"),
            List.of(
                    "Saputra",
                    "Hidayat",
                    "Wijaya",
                    "Ramadan",
                    "Firdaus",
                    "Santosa",
                    "Susanto",
                    "Hakim",
                    "Anwar",
                    "Setiawan",
                    "Abdullah",
                    "Usmani",
                    "Gunawan",
                    "Prasetya",
                    "Syahrani",
                    "Effendi",
                    "Kusuma",
                    "Basri",
                    "Rahayu",
                    "Permata",
                    "Ma'ruf",
                    "Jamhari",
                    "Subekti",
                    "Tarmizi"));

    private static final Names NORTH_SULAWESI = new Names(
            List.of(
                    "Ridwan", "Yunus", "Stenly", "Rafli", "Hamka", "Jemmy", "Idris", "Arman", "Kasim", "Denny",
                    "Suleman", "Rizal", "Ferdy", "Tamrin", "Usman", "Yopi", "Mansur", "Sofyan", "Harun", "René"),
            List.of(
                    "Fatma",
                    "Meiske",
                    "Nurjana",
                    "Hadija",
                    "Sartin",
                    "Yulin",
                    "Asna",
                    "Rosdiana",
                    "Merlin",
                    "Suryati",
                    "Hasna",
                    "Olfin",
                    "Marwia",
                    "Zaenab",
                    "Lisna",
                    "Deysi",
                    "Saida",
                    "Nona",
                    "Hapsa",
                    "Irma"),
            List.of(
                    "Adi", "Rian", "Novi", "Salim", "Rahim", "Lia", "Ishak", "Fitri", "Djafar", "Yani", "Ismet",
                    "Wati"),
            List.of(
                    "Mokodompa",
                    "Paputunga",
                    "Mamontoa",
                    "Gobeli",
                    "Lasabuda",
                    "Damopoli",
                    "Van Gobeli",
                    "Mokoginda",
                    "Potabugu",
                    "Bonde",
                    "Laiya",
                    "Podomia",
                    "Kadengkanga",
                    "Tungkagia",
                    "Mooduto",
                    "Igirisi",
                    "Paransa",
                    "Bangola",
                    "Dilapa",
                    "Suratinoya",
                    "Mokolanuta",
                    "Angkoda",
                    "Olii Mona",
                    "Tolondi"));

    private static final Names BUTON_ISLANDS = new Names(
            List.of(
                    "La Ode",
                    "La",
                    "La Ode Muhammad",
                    "Hasrudin",
                    "Sumarlin",
                    "Arifin",
                    "Safarudin",
                    "Jumardin",
                    "Rusdin",
                    "Alimudin",
                    "Hardin",
                    "Samsul",
                    "Muhlis",
                    "Sahril",
                    "Darwis"),
            List.of(
                    "Wa Ode",
                    "Wa",
                    "Wa Ode Siti",
                    "Nurlina",
                    "Hasmia",
                    "Rosmina",
                    "Saharia",
                    "Wahida",
                    "Sarlina",
                    "Murni",
                    "Jumria",
                    "Asrida",
                    "Suhartin",
                    "Hartina",
                    "Marlina"),
            List.of(
                    "Saleka", "Ndini", "Mbata", "Baharu", "Nuria", "Sidi", "Haluti", "Madi", "Kamba", "Tomia",
                    "Rahmani", "Ruslana", "Sudarmo", "Zamani", "Taufan", "Rinaldi", "Salihi", "Harmin"),
            List.of(
                    "Hamundu",
                    "Kaimuda",
                    "Bolomi",
                    "Rajaba",
                    "Taani",
                    "Sarifu",
                    "Manafu",
                    "Tanduri",
                    "Samiu",
                    "Badalia",
                    "Suhufani",
                    "Nadira",
                    "Malikin",
                    "Hibali",
                    "Kareke",
                    "Ntosuli",
                    "Mardani",
                    "Bungali",
                    "Sarmadani",
                    "Usuhuni",
                    "Lahadu",
                    "Pandawa",
                    "Asudin",
                    "Kampori"));

    static Names of(RegencyCode regency) {
        return switch (regency.value()) {
            case "9203" -> PAPUA;
            case "7111" -> NORTH_SULAWESI;
            case "7407" -> BUTON_ISLANDS;
            default -> BORNEO;
        };
    }

    String invent(Dice dice, Sex sex) {
        String given = dice.pick(sex == Sex.MALE ? men : women);
        String family = dice.pick(families);
        return dice.perMille(600) ? given + " " + dice.pick(middles) + " " + family : given + " " + family;
    }
}
