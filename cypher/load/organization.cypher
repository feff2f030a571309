// Writes organisations: makes what is new, and gives what is there exactly these properties.
UNWIND $rows AS row
MERGE (n:Organization {id: row.id})
SET n = row.properties
SET n:Entity
RETURN count(*) AS done
