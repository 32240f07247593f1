package id.jembatan.agreement;

import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.AgreementProblem.Kind;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Field;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The agreements of all regencies, {@code config/regencies/<code>-<slug>.yaml} (SPEC section 3). */
public final class AgreementBook {

    private static final String FOLDER = "regencies";

    private AgreementBook() {}

    /**
     * Reads every regency's file.
     *
     * @param configDir the folder that holds {@code regencies/}
     * @throws AgreementsBroken with everything that is wrong in any of the files
     * @throws UncheckedIOException when a file cannot be read at all
     */
    public static Agreements load(Path configDir) {
        List<AgreementProblem> problems = new ArrayList<>();
        List<Regency> regencies = new ArrayList<>();
        Map<Field, List<String>> common = WordFiles.columnNames(configDir);
        Map<RegencyCode, String> fileOfCode = new HashMap<>();
        for (Path file : files(configDir.resolve(FOLDER))) {
            String fileName = file.getFileName().toString();
            Problems ofFile = new Problems(FOLDER + "/" + fileName);
            YamlText.read(file, ofFile).ifPresent(mapping -> {
                Section root = new Section(mapping, "", ofFile);
                root.textOf("code").filter(code -> code.matches("[0-9]{4}")).ifPresent(code -> {
                    String other = fileOfCode.putIfAbsent(new RegencyCode(code), fileName);
                    if (other != null) {
                        root.blame("code", Kind.CODE_TWICE, code, other);
                    }
                });
                new RegencyReader(mapping, ofFile, common).read(fileName).ifPresent(regencies::add);
            });
            problems.addAll(ofFile.inOrderOfLines());
        }
        if (fileOfCode.isEmpty() && problems.isEmpty()) {
            problems.add(new AgreementProblem(FOLDER, 0, "", Kind.NO_FILES, List.of()));
        }
        if (!problems.isEmpty()) {
            throw new AgreementsBroken(problems);
        }
        regencies.sort(Comparator.comparing(Regency::code));
        return new Agreements(regencies);
    }

    /** A {@code .yml} is read too, and then blamed for its name: passed over in silence it would be a regency lost. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + FOLDER, unreadable);
        }
    }
}
