package id.jembatan.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The normalised text of each field of one person; "" where there is none. */
public final class FieldTexts {

    private final Map<Field, String> texts;

    private FieldTexts(Map<Field, String> texts) {
        this.texts = texts;
    }

    public String get(Field field) {
        return texts.getOrDefault(field, "");
    }

    public boolean has(Field field) {
        return texts.containsKey(field);
    }

    /** Every field that has a text, in the catalogue's order. */
    public void forEach(BiConsumer<Field, String> action) {
        texts.forEach(action);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The fields' names only: the texts are a person's. */
    @Override
    public String toString() {
        return "FieldTexts" + texts.keySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldTexts that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /** Collects the texts of one person; not thread-safe. */
    public static final class Builder {

        private final EnumMap<Field, String> texts = new EnumMap<>(Field.class);

        /** An empty text is no text. */
        public Builder put(Field field, String text) {
            if (text.isEmpty()) {
                texts.remove(field);
            } else {
                texts.put(field, text);
            }
            return this;
        }

        public FieldTexts build() {
            return new FieldTexts(texts.clone());
        }
    }
}
