package id.jembatan.pipeline;

import id.jembatan.agreement.AgreementBook;
import id.jembatan.agreement.RateTable;
import id.jembatan.agreement.WordFiles;
import id.jembatan.answer.AnswerWords;
import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.outbound.Profiles;
import id.jembatan.read.ColumnNames;
import id.jembatan.validate.AreaCodes;
import id.jembatan.validate.EndReasons;
import id.jembatan.validate.Occupations;
import id.jembatan.validate.PlaceNames;
import id.jembatan.validate.SectorNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The files of a configuration folder, read and proved against each other. */
public final class Configuration {

    private Configuration() {}

    /** The agreements, rates and word lists of a configuration folder. */
    public static Rulebook loadRules(Settings settings) {
        return loadRules(settings, AreaCodes.load());
    }

    /** The same, of archived rules, which hold the area codes of then. */
    static Rulebook loadArchivedRules(Settings then) {
        return loadRules(then, AreaCodes.load(then.config()));
    }

    private static Rulebook loadRules(Settings settings, AreaCodes areas) {
        Path config = settings.config();
        List<AgreementProblem> problems = new ArrayList<>();
        Optional<Agreements> agreements = read(() -> AgreementBook.load(config), problems);
        Optional<Contributions> rates = read(() -> RateTable.load(config.resolve("rates.yaml")), problems);
        problems.addAll(WordFiles.listProblems(config));
        if (agreements.isEmpty() || rates.isEmpty() || !problems.isEmpty()) {
            throw new AgreementsBroken(problems);
        }
        ColumnNames columns = ColumnNames.load(config.resolve("columns.yaml"));
        return new Rulebook(
                settings.isComparingRegencies()
                        ? agreements.get()
                        : agreements.get().withoutComparing(),
                rates.get(),
                columns,
                areas,
                new Occupations(WordLists.load(config.resolve("occupations.yaml"))),
                new PlaceNames(areas, WordLists.load(config.resolve("places.yaml"))),
                new SectorNames(WordLists.load(config.resolve("sectors.yaml"))),
                new EndReasons(WordLists.load(config.resolve("end-reasons.yaml"))),
                loadAnswerWords(config, columns),
                true);
    }

    /** What is wrong is kept, so that whoever wrote the files sees every mistake in all of them at once. */
    private static <T> Optional<T> read(Supplier<T> reading, List<AgreementProblem> problems) {
        try {
            return Optional.of(reading.get());
        } catch (AgreementsBroken broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }

    private static AnswerWords loadAnswerWords(Path config, ColumnNames columns) {
        AnswerWords words = AnswerWords.load(config.resolve("answers.yaml"));
        columns.forAnswers(words.columns()); // proves them
        return words;
    }

    /**
     * The layouts of {@code outbound/}. A programme whose layout is missing would stop the line at its first night.
     *
     * @throws Unusable naming every mistake of a layout, and every programme without one
     */
    static Profiles loadProfiles(Settings settings, Agreements agreements, Messages messages) throws IOException {
        Profiles profiles = load(settings.config().resolve("outbound"), messages);
        List<String> problems = agreements.listProgrammes().stream()
                .filter(programme -> profiles.find(programme.profile()).isEmpty())
                .map(programme -> noProfile(profiles, messages, programme.key(), programme.profile()))
                .toList();
        if (!problems.isEmpty()) {
            throw new Unusable(problems);
        }
        return profiles;
    }

    /**
     * What a start needs of the agreements besides themselves, for somebody who only wants to know: the layouts of
     * {@code outbound/}, and groups of the system.
     */
    public static void proveForStart(Settings settings, Agreements agreements, Messages messages) throws IOException {
        loadProfiles(settings, agreements, messages);
        OfficeFolders.requireGroups(agreements.regencies());
    }

    private static Profiles load(Path folder, Messages messages) throws IOException {
        try {
            return Profiles.load(folder);
        } catch (Profiles.Invalid e) {
            throw new Unusable(e.problems().stream()
                    .map(problem -> problem.sentence(messages))
                    .toList());
        }
    }

    static String noProfile(Profiles profiles, Messages messages, ProgrammeKey programme, String name) {
        return messages.get(
                "outbound.no-profile",
                programme,
                name,
                String.join(", ", new TreeSet<>(profiles.byName().keySet())));
    }
}
