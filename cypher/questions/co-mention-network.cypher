// title: Co-mention network around X
// asks: Which of those who are named together with X are also named together with each other, and in how many articles?
// params: name: string, limit: integer = 200
// example: name=Boehler limit=10
MATCH (x:Person|Organization|Place)<-[:MENTIONS]-(article:Article)
WHERE toLower($name) IN x.keys
WITH DISTINCT article
MATCH (article)-[:MENTIONS]->(a:Person|Organization|Place)
MATCH (article)-[:MENTIONS]->(b:Person|Organization|Place)
WHERE a.id < b.id
WITH a, b, count(DISTINCT article.id) AS articles
RETURN a.name AS one, b.name AS other, articles
ORDER BY articles DESC, one, other, a.id, b.id
LIMIT $limit
