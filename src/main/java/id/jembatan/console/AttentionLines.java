package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.Attention;
import id.jembatan.pipeline.House;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What needs a person, in words, to whom it concerns. */
final class AttentionLines {

    /** Between two regencies, or the operator's own work: of no interest to an office. */
    private static final Set<String> OPERATORS = Set.of("CASE", "HELD", "CALL");

    private final Messages messages;
    private final Agreements agreements;

    AttentionLines(House house) {
        this.messages = house.messages();
        this.agreements = house.rules().agreements();
    }

    List<Map<String, String>> of(Account account, List<Attention> all) {
        return all.stream()
                .filter(one -> isFor(account, one))
                .map(one -> line(account, one))
                .toList();
    }

    private static boolean isFor(Account account, Attention one) {
        if (account.isSeeingAll()) {
            return true;
        }
        if (OPERATORS.contains(one.kind()) || one.regency().isEmpty()) {
            return false;
        }
        return one.programme()
                .map(account::isSeeing)
                .orElseGet(() -> account.isSeeing(one.regency().get()));
    }

    private Map<String, String> line(Account account, Attention one) {
        Object[] facts = one.facts().stream().map(this::counted).toArray();
        String words = messages.find("console.attention." + one.kind())
                .map(text -> messages.get("console.attention." + one.kind(), facts))
                .orElse(one.text());
        return Map.of("where", where(one), "words", words, "link", link(account, one));
    }

    /** A number as people read it; anything else as it is. */
    private String counted(String fact) {
        return fact.matches("[0-9]{1,15}") ? Rupiah.count(Long.parseLong(fact), messages.language()) : fact;
    }

    private String where(Attention one) {
        String regency = one.regency()
                .flatMap(agreements::findRegency)
                .map(Regency::name)
                .orElse("");
        return one.programme()
                .flatMap(agreements::findProgramme)
                .map(programme -> regency + ", " + programme.name())
                .orElse(regency);
    }

    private static String link(Account account, Attention one) {
        if (one.receipt().isPresent()) {
            return "/drops/" + one.receipt().getAsLong();
        }
        boolean waits = one.kind().equals("REVIEW")
                || one.kind().equals("CASE")
                || one.kind().equals("ANSWER");
        return waits && account.isSeeingReviews() ? "/reviews" : "";
    }
}
