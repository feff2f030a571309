// Writes who took part in a meeting.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:TOOK_PART_IN]->(b)
SET r = row.properties
RETURN count(*) AS done
