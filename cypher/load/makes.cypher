// Writes which article makes a claim.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Claim {id: row.to})
MERGE (a)-[r:MAKES]->(b)
SET r = row.properties
RETURN count(*) AS done
