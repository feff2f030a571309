// Writes which outlet published an article.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Outlet {id: row.to})
MERGE (a)-[r:PUBLISHED_BY]->(b)
SET r = row.properties
RETURN count(*) AS done
