package id.jembatan.pipeline;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Adds the chunks' tallies up as they come. */
public final class SumOfChunks implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange sum, Exchange chunk) {
        if (sum == null) {
            return chunk;
        }
        ChunkTally more = chunk.getMessage().getBody(ChunkTally.class);
        if (more != null) {
            sum.getMessage().getBody(ChunkTally.class).add(more);
        } else if (chunk.getException() != null) {
            sum.setException(chunk.getException());
        }
        return sum;
    }
}
