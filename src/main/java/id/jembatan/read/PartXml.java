package id.jembatan.read;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part of a workbook, element by element. Names are asked without their namespace: the strict and the
 * transitional form of the standard differ only there. Every way in which XML can be wrong or hostile is FILE_BROKEN: not
 * well-formed, a DOCTYPE, an unknown entity, nesting or names without end.
 */
final class PartXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 100;
    /** The standard knows some hundred names in the parts that we read; the parser remembers each for good. */
    private static final int MOST_NAMES = 5_000;

    private final String part;
    private final PartStream bytes;
    private final XMLStreamReader xml;
    private final int longestCell;
    private final Set<String> names = new HashSet<>();
    private final String[] elementAt = new String[DEEPEST + 1];
    private final String[] attributeAt = new String[DEEPEST + 1];
    private int depth;
    private int event;
    private String name = "";

    PartXml(String part, PartStream bytes, int longestCell) {
        this.part = part;
        this.bytes = bytes;
        this.longestCell = longestCell;
        try {
            this.xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /** Goes to the next beginning or end of an element; false when the part is over, and then its checksum is proven. */
    boolean nextElement() {
        do {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            step();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT);
        return true;
    }

    boolean isStart(String element) {
        return event == XMLStreamConstants.START_ELEMENT && name.equals(element);
    }

    boolean isEnd(String element) {
        return event == XMLStreamConstants.END_ELEMENT && name.equals(element);
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    String name() {
        return name;
    }

    /** The attribute without a namespace. */
    Optional<String> find(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (attribute.equals(xml.getAttributeLocalName(i)) && isBare(i)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** {@code r:id}, whatever the prefix is. */
    Optional<String> findRelation() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if ("id".equals(xml.getAttributeLocalName(i)) && !isBare(i)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    /** Its name; "" for one of another namespace, which means something else whatever it is called. */
    String attributeName(int i) {
        return isBare(i) ? xml.getAttributeLocalName(i) : "";
    }

    String attributeValue(int i) {
        return xml.getAttributeValue(i);
    }

    /** The text of the element just entered, up to its end; elements in it are left out. */
    String text() {
        GatheredText text = new GatheredText(this);
        int base = depth;
        step();
        while (depth >= base) {
            if (depth == base
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                text.add(read());
            }
            step();
        }
        return text.text();
    }

    /** @throws DropRefused when a cell has more characters than it may */
    void checkCell(int characters) {
        if (characters > longestCell) {
            throw new DropRefused(FindingCode.FILE_TOO_LARGE, "cell", String.valueOf(longestCell));
        }
    }

    DropRefused broken() {
        return new DropRefused(FindingCode.FILE_BROKEN, "workbook", part);
    }

    @Override
    public void close() {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException | IOException e) {
            throw refusal(e);
        }
    }

    private void step() {
        try {
            if (!xml.hasNext()) {
                throw broken();
            }
            event = xml.next();
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw refusal(e);
        }
        bytes.progress();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin();
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                name = xml.getLocalName();
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw broken();
            default -> {
                // text is asked for where it is wanted; comments and instructions say nothing
            }
        }
    }

    private void begin() {
        depth++;
        name = xml.getLocalName();
        if (depth > DEEPEST) {
            throw broken();
        }
        count(name, elementAt, depth);
        int attributes = xml.getAttributeCount();
        for (int i = 0; i < attributes; i++) {
            count(xml.getAttributeLocalName(i), attributeAt, Math.min(i, DEEPEST));
        }
        if (names.size() > MOST_NAMES) {
            throw broken();
        }
    }

    /** A sheet says the same at the same place a million times, and the parser says it with the same object. */
    @SuppressWarnings("ReferenceEquality")
    private void count(String found, String[] last, int place) {
        if (found != last[place]) {
            last[place] = found;
            names.add(found);
        }
    }

    private String read() {
        try {
            return xml.getText();
        } catch (UncheckedStreamException e) {
            throw refusal(e);
        }
    }

    private boolean isBare(int attribute) {
        String namespace = xml.getAttributeNamespace(attribute);
        return namespace == null || namespace.isEmpty();
    }

    /** A disk that fails is a fault; everything else that the parser or the unpacking says is the file's own. */
    private RuntimeException refusal(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure && !isOfTheFile(failure)) {
                return new UncheckedIOException(failure);
            }
        }
        return broken();
    }

    private static boolean isOfTheFile(IOException failure) {
        return failure instanceof ZipException
                || failure instanceof EOFException
                || failure instanceof CharConversionException
                || failure instanceof UnsupportedEncodingException;
    }

    /**
     * Whether a DOCTYPE stands before the root element.
     *
     * @param start the first bytes of a part, of which nobody may ever read the rest; what is not well-formed has none
     */
    static boolean hasDoctype(byte[] start) {
        try {
            XMLStreamReader prolog = FACTORY.createXMLStreamReader(new ByteArrayInputStream(start));
            int event = prolog.getEventType();
            while (event != XMLStreamConstants.DTD && event != XMLStreamConstants.START_ELEMENT && prolog.hasNext()) {
                event = prolog.next();
            }
            return event == XMLStreamConstants.DTD;
        } catch (XMLStreamException e) {
            return false; // who reads the part refuses it for that
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
