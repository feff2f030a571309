// Writes who said a quote.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Quote {id: row.to})
MERGE (a)-[r:SAID]->(b)
SET r = row.properties
RETURN count(*) AS done
