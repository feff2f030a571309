// Writes whom or what a quote is about.
UNWIND $rows AS row
MATCH (a:Quote {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:ABOUT]->(b)
SET r = row.properties
RETURN count(*) AS done
