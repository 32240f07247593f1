package id.jembatan.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * A database's own driver, each statement and commit of which is counted and can fail. It stands in the driver's place
 * among Java's drivers, under the same addresses, so whoever connects knows nothing of it.
 */
final class SteppedDriver implements Driver {

    private final Driver real;

    private SteppedDriver(Driver real) {
        this.real = real;
    }

    /** Takes the place of every driver that is known. */
    static void takeTheirPlaces() throws SQLException {
        List<Driver> drivers = Collections.list(DriverManager.getDrivers());
        if (drivers.isEmpty()) {
            throw new IllegalStateException("no driver is known yet");
        }
        for (Driver driver : drivers) {
            DriverManager.registerDriver(new SteppedDriver(driver));
            DriverManager.deregisterDriver(driver);
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        if (!real.acceptsURL(url)) {
            return null;
        }
        Optional<Fault> fault = Steps.onDatabase("connect");
        if (fault.isPresent()) {
            throw failed(fault.get());
        }
        Connection connection = real.connect(url, properties);
        Steps.opened(connection);
        return proxy(Connection.class, new OfConnection(connection));
    }

    private static SQLException failed(Fault fault) {
        if (fault == Fault.OUT_OF_MEMORY) {
            throw new OutOfMemoryError("Java heap space");
        }
        return fault.ofDatabase();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SteppedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Does the step, unless it is the one that fails. */
    private static Object step(Connection connection, String what, Object target, Method method, Object[] arguments)
            throws Throwable {
        Optional<Fault> fault = Steps.onDatabase(what);
        if (fault.isEmpty()) {
            return call(target, method, arguments);
        }
        switch (fault.get()) {
            case CUT_AFTER -> {
                call(target, method, arguments);
                cut(connection);
            }
            case CUT_BEFORE, DATABASE_AWAY -> cut(connection);
            default -> takeBack(connection, what);
        }
        throw failed(fault.get());
    }

    /** The database notices, and takes back what was not committed. */
    private static void cut(Connection connection) throws SQLException {
        Steps.closed(connection);
        if (connection.getClass().getName().startsWith("org.postgresql.")) {
            connection.abort(Runnable::run);
        } else {
            connection.close();
        }
    }

    /** A commit that is refused has ended its transaction. */
    private static void takeBack(Connection connection, String what) throws SQLException {
        if (what.equals("commit")) {
            connection.rollback();
        }
    }

    private record OfConnection(Connection real) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "commit" -> step(real, "commit", real, method, arguments);
                case "unwrap" -> step(real, "unwrap", real, method, arguments); // for COPY
                case "prepareStatement" -> {
                    PreparedStatement prepared = (PreparedStatement) call(real, method, arguments);
                    yield proxy(PreparedStatement.class, new OfStatement(real, prepared, shorten(arguments[0])));
                }
                case "createStatement" -> {
                    Statement statement = (Statement) call(real, method, arguments);
                    yield proxy(Statement.class, new OfStatement(real, statement, ""));
                }
                case "close" -> {
                    Steps.closed(real);
                    yield call(real, method, arguments);
                }
                default -> call(real, method, arguments);
            };
        }
    }

    private record OfStatement(Connection connection, Statement real, String sql) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(real, method, arguments);
            }
            String text = sql.isEmpty() && arguments != null ? shorten(arguments[0]) : sql;
            return step(connection, text, real, method, arguments);
        }
    }

    private static String shorten(Object sql) {
        String line = String.valueOf(sql).strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(60, line.length()));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }
}
