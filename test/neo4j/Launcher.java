// Starts a Neo4j in the folder of the first argument, on the loopback port of the second (default: a free one), and prints `ready <port>`. A
// line on standard input names another folder, which takes its place in the same process, at the same port. Stops when the input closes.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

public class Launcher {
  private static DatabaseManagementService service;

  public static void main(String[] arguments) throws Exception {
    var folders = new BufferedReader(new InputStreamReader(System.in));
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    for (String folder = arguments[0]; folder != null; folder = folders.readLine()) {
      if (service != null) service.shutdown();
      port = start(folder, port);
      System.out.println("ready " + port);
    }
    service.shutdown();
  }

  private static int start(String folder, int port) {
    service = new DatabaseManagementServiceBuilder(Path.of(folder))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(GraphDatabaseSettings.auth_enabled, false)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 256L << 20)
        .build();
    var database = (GraphDatabaseAPI) service.database("neo4j");
    var ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
    return ports.getLocalAddress(ConnectorType.BOLT).getPort();
  }
}
