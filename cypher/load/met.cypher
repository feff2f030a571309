// Writes who met whom, derived from the meetings.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:MET]->(b)
SET r = row.properties
RETURN count(*) AS done
