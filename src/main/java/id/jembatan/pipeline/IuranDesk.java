package id.jembatan.pipeline;

import id.jembatan.domain.Account;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.Programme;
import id.jembatan.report.IuranCsv;
import id.jembatan.report.IuranPage;
import id.jembatan.stage.IuranShelf;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Contribution lists that were issued, each shown only to whom it may be. Issues nothing. */
public final class IuranDesk {

    /** What a list's folder holds for people to open: the page names nobody, the other file everybody. */
    public static final List<String> FILES = List.of(IuranPage.FILE, IuranCsv.FILE);

    private final House house;

    public IuranDesk(House house) {
        this.house = house;
    }

    /** A programme's list of a month. */
    public record Listed(Programme programme, IuranFigures figures) {}

    /** What somebody may see, the latest month first, in the agreements' order. */
    public List<Listed> list(Account account) {
        List<Listed> lists = new ArrayList<>();
        for (Programme programme : house.rules().agreements().listProgrammes()) {
            if (account.isSeeing(programme.key())) {
                list(programme).forEach(figures -> lists.add(new Listed(programme, figures)));
            }
        }
        lists.sort(Comparator.comparing((Listed list) -> list.figures().month()).reversed());
        return lists;
    }

    /** The programme's lists, the earliest month first. */
    public List<IuranFigures> list(Programme programme) {
        return new IuranShelf(house.register()).listIssued(programme.key());
    }

    /** One of the list's files, as far as it lies there. */
    public Optional<Path> findFile(Programme programme, YearMonth month, String name) {
        return Optional.of(name)
                .filter(FILES::contains)
                .map(new IssueIuran(house).folderOf(programme, month)::resolve)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }
}
