package id.jembatan.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which node works on which drop, and until when that holds without a word from it. */
public final class DropLeases {

    private final Register register;

    /** Empty for who only looks: it holds no drop. */
    private final Optional<String> node;

    DropLeases(Register register, Optional<String> node) {
        this.register = register;
        this.node = node;
    }

    /**
     * Takes the drop for this node, or goes on holding it, unless another node holds it and its lease still runs. The
     * lease is reckoned by the database's clock: the nodes need not agree on the time.
     *
     * @return whether the drop is ours now
     */
    public boolean claim(long receipt, Duration lease) {
        String us = node.orElseThrow();
        return register.client()
                        .sql("""
                                update drop_log
                                set node = ?, lease_until = current_timestamp + cast(? as int) * interval '1' second
                                where receipt = ? and (node is null or node = ? or lease_until < current_timestamp)""")
                        .params(us, lease.toSeconds(), receipt, us)
                        .update()
                == 1;
    }

    /** Goes on holding the drop, if no other node has taken it meanwhile: what was lost is not taken back in passing. */
    public void renew(long receipt, Duration lease) {
        String us = node.orElseThrow();
        register.client()
                .sql("update drop_log set lease_until = current_timestamp + cast(? as int) * interval '1' second"
                        + " where receipt = ? and node = ?")
                .params(lease.toSeconds(), receipt, us)
                .update();
    }

    /**
     * Before rows of the drop are written or taken away. A node that stood still may find that another one has taken the
     * drop, answered it and given it back: then nobody holds it, and its rows are the people of the register.
     *
     * @throws LeaseLost when this node does not hold the drop
     */
    public void requireHeld(long receipt) {
        if (node.isPresent() && !findHolder(receipt, "").equals(node)) {
            throw new LeaseLost(receipt);
        }
    }

    /**
     * Before anything of the drop is written or taken away.
     *
     * @throws LeaseLost when another node has it
     */
    public void requireOurs(long receipt) {
        requireOurs(receipt, "");
    }

    /** As {@link #requireOurs}, and nobody can take the drop before the transaction in hand ends. */
    void requireOursToTheEnd(long receipt) {
        requireOurs(receipt, " for update");
    }

    private void requireOurs(long receipt, String lock) {
        if (node.isPresent()) {
            Optional<String> holder = findHolder(receipt, lock);
            if (holder.isPresent() && !holder.equals(node)) {
                throw new LeaseLost(receipt);
            }
        }
    }

    private Optional<String> findHolder(long receipt, String lock) {
        return register.client()
                .sql("select node from drop_log where receipt = ?" + lock)
                .param(receipt)
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Gives back what these nodes hold: they are dead, or done. */
    public void release(List<String> nodes) {
        for (String node : nodes) {
            register.client()
                    .sql("update drop_log set node = null, lease_until = null where node = ?")
                    .param(node)
                    .update();
        }
    }

    /** Gives one drop back: this node cannot get on with it, another may. */
    public void release(long receipt) {
        node.ifPresent(us -> register.client()
                .sql("update drop_log set node = null, lease_until = null where receipt = ? and node = ?")
                .params(receipt, us)
                .update());
    }
}
