package id.jembatan.pipeline;

import id.jembatan.domain.AnswerDecided;
import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Programme;
import id.jembatan.report.Masked;
import id.jembatan.stage.AnswerDecisions;
import id.jembatan.stage.AnswerQuestions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a person looks at what branches have answered in two ways, and decides what counts. */
public final class AnswerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);

    /** As the register keeps a reason. */
    private static final int LONGEST_REASON = 4_000;

    /** What a question is called begins so. */
    public static final String NAMED = "answer:";

    private static final String NONE = "none";
    private static final int SHOWN = 4;

    private final House house;
    private final AnswerQuestions questions;
    private final AnswerDecisions decisions;

    public AnswerDesk(House house) {
        this.house = house;
        this.questions = new AnswerQuestions(house.register());
        this.decisions = new AnswerDecisions(house.register());
    }

    public List<AnswerQuestion> listOpen() {
        return questions.listOpen();
    }

    /** By the number of the file and the row's position in it. */
    public Optional<AnswerQuestion> find(long answer, int position) {
        return questions.find(answer, position);
    }

    /** By the name that people type, {@code answer:3.17}. */
    public Optional<AnswerQuestion> find(String name) {
        if (!name.startsWith(NAMED)) {
            return Optional.empty();
        }
        String[] number = name.substring(NAMED.length()).split("\\.", -1);
        return number.length == 2 && number[0].matches("[0-9]{1,18}") && number[1].matches("[0-9]{1,9}")
                ? find(Long.parseLong(number[0]), Integer.parseInt(number[1]))
                : Optional.empty();
    }

    /**
     * The line that somebody asks for in words; empty for none of them.
     *
     * @param wanted {@code none}, or the REF of a line that is shown
     * @throws Unusable when nothing of the kind can be chosen
     */
    public Optional<LineRef> choose(AnswerQuestion question, String wanted) {
        Optional<LineRef> line = LineRef.parse(wanted);
        boolean known = line.isEmpty()
                ? wanted.equalsIgnoreCase(NONE)
                : question.canBeTaken()
                        && question.lines().stream().anyMatch(each -> each.ref().equals(line.get()));
        if (!known) {
            throw new Unusable(house.messages().get("cli.review.choices.answer"));
        }
        return line;
    }

    /** A KPJ as the operator may see it: its last four digits. */
    public static String masked(String kpj) {
        int hidden = Math.max(0, kpj.length() - SHOWN);
        return "*".repeat(hidden) + kpj.substring(hidden);
    }

    /**
     * Decides; an office whose people are refused by it is told at once.
     *
     * @param line whose answer the row is; empty where it counts for nothing
     * @param version of what was looked at
     */
    public AnswerDecided decide(
            AnswerQuestion question, Optional<LineRef> line, String version, String reason, String by)
            throws IOException {
        String masked = Masked.text(reason.strip());
        AnswerDecided decided = decisions.decide(
                new AnswerDecisions.Asked(
                        question.answer(),
                        question.position(),
                        line,
                        version,
                        by,
                        masked.length() <= LONGEST_REASON ? masked : masked.substring(0, LONGEST_REASON),
                        today(question)),
                this::hasPlace);
        house.journal().bringUpToDate();
        house.tellOffices().tellAll();
        LOG.info("{}: {}", question, decided);
        return decided;
    }

    private LocalDate today(AnswerQuestion question) {
        return question.lines().stream()
                .findFirst()
                .map(line -> house.today(line.programme().regency()))
                .orElse(question.day());
    }

    private boolean hasPlace(AnswerQuestion.Line line) {
        Programme programme = house.rules().agreements().getProgramme(line.programme());
        LocalDate today = house.today(line.programme().regency());
        PlaceReckoner reckoner = new PlaceReckoner(programme, house.rules().contributions(), today);
        house.status().forEachPlaced(programme.key(), reckoner.counting());
        return reckoner.room().take(line.base());
    }
}
