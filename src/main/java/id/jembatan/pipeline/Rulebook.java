package id.jembatan.pipeline;

import id.jembatan.agreement.AgreementCheck;
import id.jembatan.answer.AnswerWords;
import id.jembatan.domain.AgreementRemark;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Table;
import id.jembatan.normalise.Normaliser;
import id.jembatan.read.ColumnNames;
import id.jembatan.validate.AreaCodes;
import id.jembatan.validate.EndReasons;
import id.jembatan.validate.Occupations;
import id.jembatan.validate.PlaceNames;
import id.jembatan.validate.SectorNames;
import id.jembatan.validate.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that judging a row takes, apart from the row: the agreements, the rates, and the word lists of the configuration.
 *
 * @param placesReckoned false in a trial: replies then say nothing of places and money
 */
public record Rulebook(
        Agreements agreements,
        Contributions contributions,
        ColumnNames columns,
        AreaCodes areas,
        Occupations occupations,
        PlaceNames places,
        SectorNames sectors,
        EndReasons reasons,
        AnswerWords answers,
        boolean placesReckoned) {

    /** Names these rules in replies: to be raised with every change of a rule. */
    public static final String VERSION = "1";

    /** The same rules, with places and money without end in that programme. */
    Rulebook withoutPlacesIn(ProgrammeKey programme) {
        return new Rulebook(
                agreements.withProgramme(agreements.getProgramme(programme).withoutLimits()),
                contributions,
                columns,
                areas,
                occupations,
                places,
                sectors,
                reasons,
                answers,
                false);
    }

    /** What the agreements promise, proved: does each budget pay for its quota (SPEC section 3)? */
    public List<AgreementRemark> proveAgreements(LocalDate today, Messages messages) {
        return AgreementCheck.check(agreements, contributions, today, messages);
    }

    /** Judges rows of one table for the programme, as on the day of receipt. */
    RowJudge judge(Programme programme, LocalDate received, SheetSurvey sheet, Table table) {
        return new RowJudge(
                programme,
                received,
                contributions,
                new Normaliser(table, sheet.habits(), received),
                new Validator(programme, programme.key().regency(), received, areas, occupations, places),
                sectors,
                Optional.empty());
    }

    /** Judges rows of one table of leavers. */
    RowJudge judgeLeavers(Programme programme, LocalDate received, SheetSurvey sheet, Table table) {
        return new RowJudge(
                programme,
                received,
                contributions,
                new Normaliser(table, sheet.habits(), received),
                Validator.ofLeavers(received, areas),
                sectors,
                Optional.of(reasons));
    }

    /** The column names that the programme's offices may use; in practice our own columns are columns like any other. */
    ColumnNames columnsOf(Programme programme, boolean leavers) {
        ColumnNames names = columns.withAliases(
                agreements.getRegency(programme.key().regency()).columnAliases());
        ColumnNames ofProgramme = programme.practice() ? names.withoutOurs() : names;
        return leavers ? ofProgramme.forLeavers() : ofProgramme;
    }
}
