package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.GroupFolders;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Workspace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The folders of a regency are those of its group of the system, where its file names one, and the owner's alone where it
 * names none any more (SPEC section 12).
 */
final class OfficeFolders {

    private final Workspace workspace;
    private final Path intake;

    /**
     * Of one home.
     *
     * @param intake where lists are put, which may lie elsewhere
     */
    OfficeFolders(Workspace workspace, Path intake) {
        this.workspace = workspace;
        this.intake = intake;
    }

    /** @throws OperatorNeeded when the system does not know a regency's group */
    static void requireGroups(Collection<Regency> regencies) throws IOException {
        for (Regency regency : regencies) {
            Optional<String> group = regency.unixGroup();
            if (group.isPresent() && !GroupFolders.isKnown(group.get())) {
                throw new OperatorNeeded("group.unknown", group.get(), regency.code());
            }
        }
    }

    /** @throws OperatorNeeded when the group is unknown, or is none that this user may give anything to */
    void give(Regency regency) throws IOException {
        List<Path> own =
                List.of(intake.resolve(regency.folder()), workspace.reply().resolve(regency.folder()));
        if (regency.unixGroup().isPresent()) {
            Durable.makeFolders(own);
            share(own, regency, regency.unixGroup().get());
        } else {
            for (Path folder : own) {
                GroupFolders.close(folder);
            }
        }
    }

    /** Where no regency has a group, nobody is let through to any. */
    void closeAbove(Collection<Regency> regencies) throws IOException {
        if (regencies.stream().noneMatch(regency -> regency.unixGroup().isPresent())) {
            for (Path folder : above()) {
                GroupFolders.letNobodyThrough(folder);
            }
        }
    }

    private List<Path> above() {
        return List.of(workspace.home(), intake, workspace.reply());
    }

    private void share(List<Path> own, Regency regency, String group) throws IOException {
        try {
            for (Path folder : own) {
                GroupFolders.share(folder, group);
            }
        } catch (UserPrincipalNotFoundException e) {
            throw new OperatorNeeded("group.unknown", group, regency.code());
        } catch (FileSystemException e) {
            throw new OperatorNeeded("group.foreign", group, regency.code(), Faults.kindOf(e));
        }
        for (Path folder : above()) {
            GroupFolders.letThrough(folder);
        }
    }
}
