package id.jembatan.bench;

import id.jembatan.console.OpenConsole;
import id.jembatan.console.Visitor;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Role;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.register.Database;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How long pages of the console take when the register is small and when it is large: PostgreSQL, some users at once who look at a
 * page, read it for a moment and go on, while a list is taken. {@code make bench-console}.
 */
public final class ConsoleTable {

    private static final int USERS = 50;
    private static final int ROUNDS = 3;
    private static final long READS_MS = 1_500;
    private static final int TO_A_LIST = 100_000;
    private static final int LIST = 20_000;
    private static final String FAKFAK = "9203/pekerja-rentan-2025";

    private static final Map<String, String> PAGES = pages();

    private ConsoleTable() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("Beranda", "/");
        pages.put("Berkas", "/drops");
        pages.put("Kirim & jawaban", "/sent");
        pages.put("Laporan", "/reports?year=2025");
        pages.put("Laporan, a programme", "/reports/" + FAKFAK);
        pages.put("Tinjauan", "/reviews");
        pages.put("Telusur by NIK", "nik");
        pages.put("Telusur by name", "name");
        return pages;
    }

    /** The numbers of people may be named, the fewest first. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        for (String size : arguments) {
            sizes.add(Integer.parseInt(size));
        }
        if (sizes.isEmpty()) {
            sizes.addAll(List.of(10_000, 1_000_000));
        }
        System.out.println("| people in the register | page | asked | half within ms | 95 of 100 within ms |");
        System.out.println("|---:|---|---:|---:|---:|");
        for (int size : sizes) {
            measure(size);
        }
        System.exit(0); // the test server's own threads would keep the process
    }

    private static void measure(int people) throws Exception {
        Path home = Files.createTempDirectory("console-table");
        String url = Database.POSTGRESQL.newUrl();
        Map<String, String> settings = Map.of(
                "jembatan.db.url", url, "jembatan.db.user", Database.USER, "jembatan.db.password", Database.PASSWORD);
        try (OpenConsole console = new OpenConsole(home.resolve("home"), settings)) {
            fill(
                    console.house(),
                    new JdbcTemplate(new DriverManagerDataSource(url, Database.USER, Database.PASSWORD)),
                    people);
            Visitor first = console.signedIn("ani", Role.OPERATOR, "");
            long start = System.nanoTime();
            HouseStatus.of(console.house());
            print(people, "all that Beranda shows, asked anew", List.of(ms(start)));
            report(people, ask(console, first));
        }
    }

    private static Map<String, List<Double>> ask(OpenConsole console, Visitor first) throws Exception {
        Path list = Files.createTempFile("daftar", ".csv");
        InventedLists.write(
                list,
                OfficeStyle.SEMICOLON_TEXT,
                new RegencyCode("9203"),
                Calling.VULNERABLE,
                2_000_000,
                LIST,
                Faults.usual(),
                7);
        Map<String, List<Double>> times = new ConcurrentHashMap<>();
        String token = first.token("/password");
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        List<Future<?>> all = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            int number = user;
            all.add(users.submit(() -> {
                Visitor visitor = new Visitor(console.port());
                visitor.cookies().putAll(first.cookies());
                Thread.sleep(READS_MS * number / USERS);
                for (int round = 0; round < ROUNDS; round++) {
                    for (Map.Entry<String, String> page : PAGES.entrySet()) {
                        long start = System.nanoTime();
                        HttpResponse<String> answer = ask(visitor, page.getValue(), token);
                        if (answer.statusCode() != 200) {
                            throw new IllegalStateException(page.getKey() + ": " + answer.statusCode());
                        }
                        times.computeIfAbsent(page.getKey(), same -> Collections.synchronizedList(new ArrayList<>()))
                                .add(ms(start));
                        Thread.sleep(READS_MS);
                    }
                }
                return null;
            }));
        }
        console.drop(FAKFAK, "daftar.csv", list);
        for (Future<?> user : all) {
            user.get();
        }
        users.shutdown();
        return times;
    }

    private static HttpResponse<String> ask(Visitor visitor, String page, String token) throws Exception {
        return switch (page) {
            case "nik" -> visitor.post("/people", Map.of("token", token, "nik", "9203011205809001"));
            case "name" -> visitor.post("/people", Map.of("token", token, "kind", "name", "name", "orang 4711"));
            default -> visitor.get(page);
        };
    }

    /** As if lists had been settled, sent, and answered but for every tenth line; spread over all programmes that are no practice. */
    private static void fill(House house, JdbcTemplate sql, int people) throws InterruptedException {
        List<Programme> programmes = house.rules().agreements().listProgrammes().stream()
                .filter(programme -> !programme.practice())
                .toList();
        int done = 0;
        for (int p = 1; done < people; p++) {
            Programme programme = programmes.get((p - 1) % programmes.size());
            int many = Math.min(Math.min(TO_A_LIST, Math.max(1, people / programmes.size())), people - done);
            house.log()
                    .receipts()
                    .receive(
                            Optional.of(programme.key().regency()),
                            Optional.of(programme.key()),
                            "daftar " + p + ".csv",
                            programme.key() + "/daftar.csv",
                            String.format("%064x", p),
                            123,
                            Instant.parse("2025-05-05T03:00:00Z"),
                            LocalDate.of(2025, 5, 5));
            fill(sql, p, done, many);
            done += many;
        }
        sql.update("update counter set last_given = (select max(batch_id) from batch) where name = 'batch'");
        while (isNamesWaiting(sql)) {
            Thread.sleep(500);
        }
        sql.execute("vacuum analyze");
    }

    private static boolean isNamesWaiting(JdbcTemplate sql) {
        return !sql.queryForList("select receipt from drop_log where named < receipt * 100000000 + 99999999")
                .isEmpty();
    }

    private static void fill(JdbcTemplate sql, int p, int from, int many) {
        long low = p * 100_000_000L;
        long high = low + 99_999_999L;
        sql.update("""
                insert into drop_row (row_id, sheet, row_no, nik, name, match_key, birth_date, base, address, village)
                select cast(? as bigint) * 100000000 + g + 1, 0, g + 2,
                    9203 * 1000000000000 + (m % 99 + 1) * 10000000000 + (m / 99 % 28 + 1) * 100000000
                        + (m / 2772 % 12 + 1) * 1000000 + (m / 33264 % 40 + 50) * 10000 + 9000 + m / 1330560,
                    'ORANG KARANGAN ' || i, 'ORANG KARANGAN ' || i,
                    make_date(cast(1950 + m / 33264 % 40 as int), cast(m / 2772 % 12 + 1 as int), cast(m / 99 % 28 + 1 as int)),
                    1000000, 'JALAN KARANGAN NOMOR ' || i, 'KAMPUNG KARANGAN'
                from (select g, cast(? + g as bigint) as i, (cast(? + g as bigint) * 7919) % 1330560000 as m
                    from generate_series(0, ?) g) people""", p, from, from, many - 1);
        sql.update(
                "insert into row_outcome (row_id, outcome) select row_id, 'ACCEPTED' from drop_row where row_id between ? and ?",
                low,
                high);
        sql.update("""
                insert into batch (batch_id, number, kind, programme_no, branch, business_day, state, profile, people, months,
                    monthly, total, sent_no)
                select ?, 'lama-' || ?, 'NEW', programme_no, 'fakfak', date '2025-05-06', 'SENT', 'provisional-1', ?, 10,
                    '{"total":0,"parts":{}}', 0, ? from drop_log where receipt = ?""", p, p, many, p, p);
        sql.update("""
                insert into entry (row_id, programme_no, state, data_row_id, base, sent_month, queue, batch_id, kpj)
                select r.row_id, l.programme_no, case when r.row_no % 10 = 0 then 'SENT' else 'ACTIVE' end, r.row_id, r.base,
                    date '2025-05-01', ?, ?, case when r.row_no % 10 = 0 then null else '24000000000' end
                from drop_row r join drop_log l on l.receipt = ? where r.row_id between ? and ?""", p, p, p, low, high);
        sql.update("""
                insert into batch_line (batch_id, line_no, row_id, data_row_id, base)
                select ?, r.row_no, r.row_id, r.row_id, r.base from drop_row r where r.row_id between ? and ?""", p, low, high);
        sql.update("""
                insert into answer_file (answer_no, answer_id, branch, file_name, source_path, source_removed, sha256, bytes,
                    received_at, business_day, step)
                values (?, '20250520-' || lpad(cast(? as varchar), 10, '0'), 'fakfak', 'jawaban.csv', 'fakfak/jawaban.csv', true,
                    lpad(cast(? as varchar), 64, '0'), 100, timestamp '2025-05-20 03:00:00', date '2025-05-20', 'ANSWERED')""", p, p, p);
        sql.update("""
                insert into line_answer (batch_id, line_no, answer_no, pos, verdict, kpj)
                select ?, r.row_no, ?, r.row_no, 'ACCEPTED', '24000000000' from drop_row r
                where r.row_id between ? and ? and r.row_no % 10 <> 0""", p, p, low, high);
        sql.update("""
                insert into likeness (birth_date, match_key, nik, row_id)
                select birth_date, match_key, nik, row_id from drop_row where row_id between ? and ?
                order by birth_date, match_key, nik, row_id""", low, high);
        sql.update("""
                update drop_log set step = 'REPLIED', status = 'TAKEN', source_removed = true,
                    outcomes = '{"read":%d,"byOutcome":{"ACCEPTED":%d}}' where receipt = ?""".formatted(many, many), p);
    }

    private static double ms(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void report(int people, Map<String, List<Double>> times) {
        PAGES.keySet().forEach(page -> print(people, page, times.getOrDefault(page, List.of())));
    }

    private static void print(int people, String page, List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        System.out.println(String.format(
                Locale.ROOT,
                "| %,d | %s | %d | %,.0f | %,.0f |",
                people,
                page,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100))));
    }
}
