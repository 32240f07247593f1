package id.jembatan.stage;

import java.util.Map;

/** Notices again: what was told, and that its files were written. */
final class ReplayedNotices {

    private final Register register;
    private final NoticeShelf shelf;

    ReplayedNotices(Register register) {
        this.register = register;
        this.shelf = new NoticeShelf(register);
    }

    void addTo(Map<String, Replay.Step> kinds) {
        kinds.put("notice", facts -> Notices.replay(register, facts));
        kinds.put("told", facts -> {
            // only says that what was told in its transaction is whole
        });
        kinds.put("noticed", facts -> shelf.setWritten(facts.get("notice").asLong()));
    }
}
