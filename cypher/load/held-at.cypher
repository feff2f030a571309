// Writes where a meeting was held.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Place {id: row.to})
MERGE (a)-[r:HELD_AT]->(b)
SET r = row.properties
RETURN count(*) AS done
