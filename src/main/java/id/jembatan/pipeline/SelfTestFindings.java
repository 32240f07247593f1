package id.jembatan.pipeline;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.SelfTest.Finding;
import id.jembatan.pipeline.SelfTest.Holds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a self-test has found so far, each in a sentence with what to do. */
final class SelfTestFindings {

    private final Messages messages;
    private final List<Finding> findings = new ArrayList<>();

    SelfTestFindings(Messages messages) {
        this.messages = messages;
    }

    /** One question to the machine. */
    @FunctionalInterface
    interface Question {

        void ask() throws IOException, InterruptedException;
    }

    List<Finding> list() {
        return List.copyOf(findings);
    }

    /** Asks, and notes a fault on the way as an answer too. */
    void ask(String check, Question question) throws IOException {
        try {
            question.ask();
        } catch (IOException | SecurityException e) {
            add(check, Holds.NO, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    void tell(String check, boolean holds, Object... arguments) {
        add(check, holds ? Holds.YES : Holds.NO, arguments);
    }

    /** Works either way; somebody should look at it unless it holds. */
    void tellDoubt(String check, boolean holds, Object... arguments) {
        add(check, holds ? Holds.YES : Holds.DOUBTFUL, arguments);
    }

    void add(String check, Holds holds, Object... arguments) {
        String key = "cli.self-test." + check + (holds == Holds.YES ? ".yes" : ".no");
        String advice = holds == Holds.YES ? "" : messages.get("cli.self-test." + check + ".do", arguments);
        findings.add(new Finding(check, holds, messages.get(key, arguments), advice));
    }
}
