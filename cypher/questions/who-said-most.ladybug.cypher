// title: Who is quoted most
// asks: Who is quoted most often, and in how many articles?
// params: limit: integer = 50
// example: limit=5
MATCH (x:Person|Organization)-[:SAID]->(q:Quote)
WITH x.id AS id, x.name AS speaker, count(*) AS quotes
ORDER BY quotes DESC, speaker, id
LIMIT $limit
MATCH (x:Person|Organization)-[:SAID]->(q:Quote)
WHERE x.id = id
WITH speaker, quotes, id, count(DISTINCT q.article) AS articles
RETURN speaker, quotes, articles
ORDER BY quotes DESC, speaker, id
LIMIT $limit
