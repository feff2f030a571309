// Writes who holds or held which role.
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:HAS_ROLE {title: row.properties.title, former: row.properties.former}]->(b)
SET r = row.properties
RETURN count(*) AS done
