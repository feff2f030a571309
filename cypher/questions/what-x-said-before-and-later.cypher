// title: What X said before and later
// asks: What did X say about the same person, organisation or place on different days?
// params: name: string, limit: integer = 100
// example: name=Netanyahu
MATCH (x:Person|Organization)
WHERE toLower($name) IN x.keys
MATCH (x)-[:SAID]->(q:Quote)-[:ABOUT]->(y:Person|Organization|Place)
MATCH (a:Article)-[:CONTAINS]->(q)
WITH x, y, count(DISTINCT a.publishedAt) AS days
WHERE days > 1
MATCH (x)-[:SAID]->(q:Quote)-[:ABOUT]->(y)
MATCH (a:Article)-[:CONTAINS]->(q)
RETURN x.name AS speaker, y.name AS about, a.publishedAt AS published, q.text AS words, a.id AS article, q.start AS start
ORDER BY about, y.id, published, article, start, q.id, speaker
LIMIT $limit
