package id.jembatan.cli;

import id.jembatan.domain.Batch;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Unusable;

/** The batch that a command is about: one that its branch has, under the number that it was sent with first. */
final class AskedBatch {

    private AskedBatch() {}

    static StoredBatch choose(House house, String number) {
        return house.findBatch(number)
                .filter(batch -> batch.state() == StoredBatch.State.SENT && batch.kind() != Batch.Kind.RESEND)
                .orElseThrow(() -> new Unusable(house.messages().get("cli.batch.unknown", number)));
    }
}
