// Writes what articles mention.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:MENTIONS]->(b)
SET r = row.properties
RETURN count(*) AS done
