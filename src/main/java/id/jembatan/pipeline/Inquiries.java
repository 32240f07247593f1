package id.jembatan.pipeline;

import id.jembatan.domain.DropDifference;
import id.jembatan.domain.FoundRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Programme;
import id.jembatan.domain.WhatIfAnswer;
import id.jembatan.domain.WhatIfAnswer.Fate;
import id.jembatan.enrol.WhatIf;
import id.jembatan.stage.DiffShelf;
import id.jembatan.stage.PersonShelf;
import id.jembatan.stage.Register;
import id.jembatan.stage.StatusShelf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What an operator asks about people and lists. Nothing is changed by it. */
public final class Inquiries {

    private final Register register;
    private final Rulebook rules;

    Inquiries(Register register, Rulebook rules) {
        this.register = register;
        this.rules = rules;
    }

    /** Who of those that wait for the programme would come in under these terms; nothing is changed. */
    public WhatIfAnswer whatIf(Programme under, LocalDate day, BiConsumer<Long, Fate> each) {
        WhatIf whatIf = new WhatIf(rules.agreements(), rules.contributions(), under, day);
        return new StatusShelf(register)
                .ask(under.key(), ledger -> whatIf.ask(ledger, each))
                .orElseGet(() ->
                        new WhatIfAnswer(new PlaceReckoner(under, rules.contributions(), day).places(0), Map.of()));
    }

    /** Rows by their ids, as an operator may be shown them. */
    public List<FoundRow> findRows(List<Long> rowIds) {
        return new PersonShelf(register).findRows(rowIds);
    }

    /** Everybody of two drops of one programme, side by side. */
    public void compare(LoggedDrop earlier, LoggedDrop later, Consumer<DropDifference> action) {
        new DiffShelf(register).compare(earlier, later, action);
    }

    /** How many rows of the drop were rejected, and so have nobody to compare. */
    public long countRejected(LoggedDrop drop) {
        return new DiffShelf(register).countRejected(drop);
    }
}
