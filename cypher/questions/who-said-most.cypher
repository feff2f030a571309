// title: Who is quoted most
// asks: Who is quoted most often, and in how many articles?
// params: limit: integer = 50
// example: limit=5
MATCH (x:Person|Organization)-[:SAID]->(q:Quote)
WITH x, count(q.id) AS quotes, count(DISTINCT q.article) AS articles
RETURN x.name AS speaker, quotes, articles
ORDER BY quotes DESC, articles DESC, speaker, x.id
LIMIT $limit
