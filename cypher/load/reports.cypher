// Writes which meeting a claim reports.
UNWIND $rows AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:REPORTS]->(b)
SET r = row.properties
RETURN count(*) AS done
