// Writes to whom an article attributes a claim.
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:ATTRIBUTED_TO]->(b)
SET r = row.properties
RETURN count(*) AS done
