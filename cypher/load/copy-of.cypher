// Writes which article repeats another.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:COPY_OF]->(b)
SET r = row.properties
RETURN count(*) AS done
