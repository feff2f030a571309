// Writes which article holds a quote.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Quote {id: row.to})
MERGE (a)-[r:CONTAINS]->(b)
SET r = row.properties
RETURN count(*) AS done
