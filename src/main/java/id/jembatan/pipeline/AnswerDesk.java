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
