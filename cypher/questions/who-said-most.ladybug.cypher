// title: Who is quoted most
// asks: Who is quoted most often, and in how many articles?
// params: limit: integer = 50
// example: limit=5
MATCH (x:Person|Organization)-[:SAID]->(q:Quote)
WITH x, count(*) AS quotes
ORDER BY quotes DESC, x.name, x.id
LIMIT $limit
MATCH (x)-[:SAID]->(q:Quote)
WITH x, quotes, count(DISTINCT q.article) AS articles
RETURN x.name AS speaker, quotes, articles
ORDER BY quotes DESC, speaker, x.id
LIMIT $limit
