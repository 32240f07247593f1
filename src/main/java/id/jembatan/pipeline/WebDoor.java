package id.jembatan.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.jembatan.disk.Durable;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console's door, by Camel's own parts: what comes in is handed on as a {@link WebRequest}, and what is answered goes
 * out. What may not come in is turned away by its head, before it is read.
 */
public final class WebDoor {

    private static final Logger LOG = LoggerFactory.getLogger(WebDoor.class);

    private static final int BEFORE_ALL = -1_000;

    private final WebVisitors visitors;
    private final RequestHeads heads;

    private WebDoor(WebVisitors visitors, RequestHeads heads) {
        this.visitors = visitors;
        this.heads = heads;
    }

    /**
     * Prepares Camel before it starts; nothing listens where no port is set. Where another program has the port, lists are
     * taken all the same: the log says so.
     *
     * @return whether there will be a door
     */
    static boolean prepare(Main main, House house) throws IOException {
        DoorSettings settings = DoorSettings.of(house.settings());
        if (settings.port().isEmpty()) {
            return false;
        }
        if (!isFree(settings.host(), settings.port().getAsInt())) {
            LOG.error(
                    "no console: another program has port {} (jembatan.console.port)",
                    settings.port().getAsInt());
            return false;
        }
        Path uploads = house.work().resolve("uploads");
        Durable.makeFolders(uploads);
        main.configure()
                .httpServer()
                .withEnabled(true)
                .withHost(settings.host())
                .withPort(settings.port().getAsInt())
                .withMaxBodySize(largestUpload(house))
                .withFileUploadEnabled(true)
                .withFileUploadDirectory(uploads.toString())
                .withUseGlobalSslContextParameters(settings.tls().isPresent());
        settings.tls().ifPresent(tls -> main.configure()
                .sslConfig()
                .withEnabled(true)
                .withKeyStore(tls.keyStore())
                .withKeystorePassword(tls.password())
                .withSecureSocketProtocol("TLSv1.3"));
        return true;
    }

    private static boolean isFree(String host, int port) throws UnknownHostException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException taken) {
            LOG.debug("port {}: {}", port, Faults.brief(taken));
            return false;
        }
    }

    /**
     * Lets people in.
     *
     * @return where it is
     */
    static URI open(CamelContext camel, House house, WebVisitors visitors) throws IOException {
        MainHttpServer server = camel.hasService(MainHttpServer.class);
        if (server == null) {
            throw new IllegalStateException("no port was prepared for the console");
        }
        WebDoor door = new WebDoor(visitors, new RequestHeads(visitors, largestUpload(house)));
        server.getRouter().route().order(BEFORE_ALL).handler(door::lookAtHead);
        camel.getRegistry().bind("webDoor", door);
        TemplatedRouteBuilder.builder(camel, "console-serve-people")
                .parameter("path", "/")
                .add();
        return DoorSettings.of(house.settings())
                .address(server.getRouter().getServer().getPort());
    }

    /** The file with the form around it. */
    private static long largestUpload(House house) {
        return house.settings().limits().file() + RequestHeads.LARGEST_FORM;
    }

    private void lookAtHead(RoutingContext context) {
        HttpServerRequest request = context.request();
        int refused = heads.refusal(request);
        if (refused == 0) {
            context.next();
        } else {
            WebAnswer answer = visitors.turnedAway(refused);
            answer.headers().forEach(context.response()::putHeader);
            context.response()
                    .putHeader("Connection", "close")
                    .setStatusCode(answer.status())
                    .end(Buffer.buffer(answer.bytes()));
        }
    }

    /** One request and its answer; the route's bean. */
    public void answer(Exchange exchange) throws IOException {
        HttpMessage message = exchange.getIn(HttpMessage.class);
        HttpServerResponse response = message.getResponse();
        WebAnswer answer;
        try {
            answer = visitors.answer(request(message, exchange));
        } catch (IllegalArgumentException unreadable) { // an address that is no address
            LOG.debug("console: {}", Faults.brief(unreadable));
            answer = visitors.turnedAway(400);
        } catch (Exception e) { // the page says that there was a fault, the log which
            LOG.error("console: {}", Faults.brief(e));
            answer = visitors.fault();
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        // not by the message: Camel keeps some headers to itself, Cache-Control among them
        answer.headers().forEach(response::putHeader);
        response.putHeader("Set-Cookie", answer.cookies());
        if (answer.file().isPresent()) {
            exchange.getMessage().setBody(Files.newInputStream(answer.file().get()));
        } else {
            exchange.getMessage().setBody(answer.bytes());
        }
    }

    private static WebRequest request(HttpMessage message, Exchange exchange) {
        HttpServerRequest request = message.getRequest();
        Map<String, String> cookies = new HashMap<>();
        request.cookies().forEach(cookie -> cookies.putIfAbsent(cookie.getName(), cookie.getValue()));
        return new WebRequest(
                request.method().name(),
                segments(request.path()),
                query(request.query()),
                first(request.formAttributes()),
                cookies,
                Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
                request.getHeader("HX-Request") != null,
                request.remoteAddress().hostAddress(),
                upload(exchange));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), UTF_8));
            }
        }
        return segments;
    }

    /** Not as the server gives it, which mixes the form's fields into it. */
    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query == null ? new String[0] : query.split("&", -1)) {
            int mark = field.indexOf('=');
            fields.putIfAbsent(
                    URLDecoder.decode(mark < 0 ? field : field.substring(0, mark), UTF_8),
                    mark < 0 ? "" : URLDecoder.decode(field.substring(mark + 1), UTF_8));
        }
        return fields;
    }

    private static Map<String, String> first(MultiMap all) {
        Map<String, String> first = new HashMap<>();
        all.forEach(one -> first.putIfAbsent(one.getKey(), one.getValue()));
        return first;
    }

    private static Optional<WebUpload> upload(Exchange exchange) {
        AttachmentMessage message = exchange.getIn(AttachmentMessage.class);
        if (message == null || !message.hasAttachments()) {
            return Optional.empty();
        }
        DataHandler file = message.getAttachments().values().iterator().next();
        return file.getDataSource() instanceof org.apache.camel.attachment.CamelFileDataSource source
                ? Optional.of(new WebUpload(file.getName(), source.getFile().toPath()))
                : Optional.empty();
    }
}
