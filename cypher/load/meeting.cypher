// Writes meetings: makes what is new, and gives what is there exactly these properties.
UNWIND $rows AS row
MERGE (n:Meeting {id: row.id})
SET n = row.properties
RETURN count(*) AS done
